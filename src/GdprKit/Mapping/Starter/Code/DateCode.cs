namespace GdprKit.Mapping;

/// <summary>Writes what dates need.</summary>
internal static class DateCode
{
    /// <summary>A cast to the type with which a date can be missing: <c>(DateTime?)</c>.</summary>
    public static string NullableCast(Type type)
    {
        var name = CSharpType.FullName(Nullable.GetUnderlyingType(type) ?? type);
        return $"({(name.StartsWith("System.", StringComparison.Ordinal) ? name["System.".Length..] : name)}?)";
    }

    /// <summary>The namespaces of the system that a map with such calls uses.</summary>
    public static IEnumerable<string> NamespacesFor(ValueList<MapCall> calls)
    {
        var said = calls.Select(call => call is MapCall.Over over ? over.Said : call).ToList();
        if (said.Exists(call => call is MapCall.LatestEvent or MapCall.UndatedEvent) || calls.Any(call => call is MapCall.Over { IsOptional: true, Said: MapCall.Event }))
        {
            yield return "System";
        }

        if (said.Exists(call => call is MapCall.LatestEvent or MapCall.AppliesWhen { Says: null }))
        {
            yield return "System.Linq";
        }
    }
}
