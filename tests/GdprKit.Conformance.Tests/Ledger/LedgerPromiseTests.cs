using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GdprKit.Ledger;

namespace GdprKit.Conformance.Ledger;

/// <summary>Every promise in the documentation of the ports of the ledger has a test of its name, and every test is a promise that is documented.</summary>
public sealed partial class LedgerPromiseTests
{
    private static readonly string[] Documented =
    [
        .. XDocument.Load(Path.ChangeExtension(typeof(ILedgerStore).Assembly.Location, ".xml"))
            .Descendants("member").Where(member => Ports().IsMatch((string?)member.Attribute("name") ?? ""))
            .Descendants("c").Select(code => code.Value).Where(code => Name().IsMatch(code)).Distinct().Order(StringComparer.Ordinal),
    ];

    private static readonly string[] Tested =
    [
        .. typeof(LedgerSuite<>).Assembly.GetExportedTypes()
            .Where(type => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(LedgerSuite<>))
            .SelectMany(suite => suite.GetMethods()).Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
            .Select(method => method.Name).Distinct().Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_documented_promise_is_tested() => Documented.Except(Tested).Should().BeEmpty();

    [Fact]
    public void Every_test_is_a_documented_promise() => Tested.Except(Documented).Should().BeEmpty();

    [Fact]
    public void Promises_are_found_at_all() => Documented.Should().HaveCountGreaterThan(40).And.Contain("Compares_streams_ordinally");

    [GeneratedRegex("^.:GdprKit[.](Ledger|Subjects)[.]I[A-Z]")]
    private static partial Regex Ports();

    [GeneratedRegex("^[A-Z][a-z]*(_[a-z]+)+$")]
    private static partial Regex Name();
}
