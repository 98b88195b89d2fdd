using System.Text.RegularExpressions;

namespace GdprKit.Conformance.Ledger;

/// <summary>Every promise in the documentation of the ports of the ledger has a test of its name, and every test is a promise that is documented.</summary>
public sealed partial class LedgerPromiseTests
{
    private static readonly IReadOnlyList<string> Documented = Promises.Documented(Ports());

    private static readonly IReadOnlyList<string> Tested = [.. Promises.Tested(typeof(LedgerSuite<>)).Union(Promises.Tested(typeof(SubjectSourceSuite<>)))];

    [Fact]
    public void Every_documented_promise_is_tested() => Documented.Except(Tested).Should().BeEmpty();

    [Fact]
    public void Every_test_is_a_documented_promise() => Tested.Except(Documented).Should().BeEmpty();

    [Fact]
    public void Promises_are_found_at_all() => Documented.Should().HaveCountGreaterThan(40).And.Contain("Compares_streams_ordinally");

    [GeneratedRegex("^.:GdprKit[.](Ledger|Subjects)[.]I(?!LedgerMirror)[A-Z]")]
    private static partial Regex Ports();
}
