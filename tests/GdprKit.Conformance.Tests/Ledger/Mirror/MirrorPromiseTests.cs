using System.Text.RegularExpressions;

namespace GdprKit.Conformance.Mirror;

/// <summary>Every promise in the documentation of the mirror has a test of its name, and every test is a promise that is documented.</summary>
public sealed partial class MirrorPromiseTests
{
    private static readonly IReadOnlyList<string> Documented = Promises.Documented(Port());

    [Fact]
    public void Every_documented_promise_is_tested_and_every_test_is_a_documented_promise() =>
        Promises.Tested(typeof(MirrorSuite<>)).Should().BeEquivalentTo(Documented).And.HaveCountGreaterThan(20);

    [GeneratedRegex("^.:GdprKit[.]Ledger[.]ILedgerMirror")]
    private static partial Regex Port();
}
