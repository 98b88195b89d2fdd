namespace GdprKit.Register;

/// <summary>Names in a sentence: <c>'daily', 'weekly' and 'monthly'</c>.</summary>
internal static class NameList
{
    public static string Of(IReadOnlyCollection<string> names)
    {
        var quoted = names.Select(name => $"'{name}'").ToArray();
        return quoted.Length < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted[..^1])} and {quoted[^1]}";
    }
}
