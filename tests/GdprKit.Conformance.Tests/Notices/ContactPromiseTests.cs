using System.Text.RegularExpressions;

namespace GdprKit.Conformance.Notices;

/// <summary>Every promise in the documentation of the source of contacts has a test of its name, and every test is a promise that is documented.</summary>
public sealed partial class ContactPromiseTests
{
    private static readonly IReadOnlyList<string> Documented = Promises.Documented(Port());

    [Fact]
    public void Every_documented_promise_is_tested_and_every_test_is_a_documented_promise() =>
        Promises.Tested(typeof(ContactSourceSuite<>)).Should().BeEquivalentTo(Documented).And.HaveCountGreaterThan(5);

    [GeneratedRegex("^.:GdprKit[.]Notices[.]IContactSource")]
    private static partial Regex Port();
}
