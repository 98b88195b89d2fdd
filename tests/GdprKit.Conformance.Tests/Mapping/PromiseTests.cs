using System.Text.RegularExpressions;

namespace GdprKit.Conformance.Mapping;

/// <summary>Every promise in the documentation of a port has a test of its name, and every test is a promise that is documented.</summary>
public sealed partial class PromiseTests
{
    private static readonly IReadOnlyList<string> Documented = Promises.Documented(Ports());

    private static readonly IReadOnlyList<string> Tested = Promises.Tested(typeof(PersonalDataStoreSuite<>));

    [Fact]
    public void Every_documented_promise_is_tested() => Documented.Except(Tested).Should().BeEmpty();

    [Fact]
    public void Every_test_is_a_documented_promise() => Tested.Except(Documented).Should().BeEmpty();

    [Fact]
    public void Promises_are_found_at_all() => Documented.Should().HaveCountGreaterThan(30).And.Contain("Compares_keys_ordinally");

    [GeneratedRegex("^.:GdprKit[.](Mapping|Retention)[.]")]
    private static partial Regex Ports();
}
