using System.Globalization;
using GdprKit.Mapping;

namespace GdprKit.Requests;

/// <summary>What the files of an archive and its tables are called: after what kind of rows they hold, never after somebody.</summary>
internal static class ExportNames
{
    public const string Page = "index.html";

    public const string Data = "data.json";

    private const int LongestName = 40;

    public static string Table(int number, string name) => string.Create(CultureInfo.InvariantCulture, $"data/{number:00}-{Plain(name)}.csv");

    public static string File(int source, int number, string extension) => string.Create(CultureInfo.InvariantCulture, $"files/{source:00}-{number:000}.{extension}");

    public static bool IsExtension(string? extension) =>
        extension is { Length: > 0 and <= 8 } && extension.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character));

    /// <summary>What people call the rows: as their map says it, else after the kind of person that each of them is, else by their class.</summary>
    public static string TitleOf(StoreEntity entity, ProcessingRegister register, RegisterWording words) =>
        entity.Label is { } label ? words.AsHeading(words.Text(label))
        : entity.Owners.Any(owner => owner.Steps.IsEmpty && owner.Key == entity.Description.Key)
            ? words.AsHeading(words.And(entity.Owners.Select(owner => owner.Kind).Distinct().Select(kind => words.Text(register.People[kind].Label))))
        : entity.ToString();

    private static string Plain(string name)
    {
        var plain = string.Concat(name.Take(LongestName).Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '-')).Trim('-');
        return plain.Length == 0 ? "table" : plain;
    }
}
