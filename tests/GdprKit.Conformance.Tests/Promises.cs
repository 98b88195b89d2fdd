using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GdprKit.Mapping;

namespace GdprKit.Conformance;

/// <summary>The names of promises: those that the documentation of ports gives, and those of the tests of suites.</summary>
internal static partial class Promises
{
    /// <param name="ports">Which members of the documentation are meant, by their names there: <c>M:GdprKit.Ledger.ILedgerStore.AppendAsync(…)</c>.</param>
    public static IReadOnlyList<string> Documented(Regex ports) =>
    [
        .. XDocument.Load(Path.ChangeExtension(typeof(IPersonalDataStore).Assembly.Location, ".xml"))
            .Descendants("member").Where(member => ports.IsMatch((string?)member.Attribute("name") ?? ""))
            .Descendants("c").Select(code => code.Value).Where(code => Name().IsMatch(code)).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <param name="suite">The open class from which the suites derive.</param>
    public static IReadOnlyList<string> Tested(Type suite) =>
    [
        .. suite.Assembly.GetExportedTypes()
            .Where(type => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == suite)
            .SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
            .Select(method => method.Name).Distinct().Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex("^[A-Z][a-z]*(_[a-z]+)+$")]
    private static partial Regex Name();
}
