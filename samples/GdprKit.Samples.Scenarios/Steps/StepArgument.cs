using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>What can stand in the place of a parameter: how it is recognised, and read.</summary>
internal sealed record StepArgument(Type Type, string Pattern, Func<string, CultureInfo, object?> Read)
{
    private static readonly StepArgument[] Known =
    [
        new(typeof(string), "[^\"\\s]+|\"[^\"]*\"", (text, _) => text.Trim('"')),
        new(typeof(Language), "Dutch|English|Nederlandse?|Engelse?", (text, _) => char.ToUpperInvariant(text[0]) is 'D' or 'N' ? Language.Dutch : Language.English),
        new(typeof(int), @"\d+|a|an|one|een", (text, _) => ReadNumber(text)),
        new(typeof(LocalDate), @"\d{1,2} \p{L}+ \d{4}|\d{4}-\d{2}-\d{2}", (text, culture) => ReadDay(text, culture)),
        new(typeof(Period), @"(?:\d+|a|an|one|een) \p{L}+", ReadPeriod),
    ];

    /// <exception cref="InvalidOperationException">A step has a parameter of a type that no words are known for: a fault of the sample.</exception>
    public static StepArgument Of(Type type) =>
        Array.Find(Known, known => known.Type == type) ?? throw new InvalidOperationException($"No words are known for a {type.Name} in a step. Add them here.");

    // "a", "an", "one" and "een" are one; digits that are too many are none.
    private static int? ReadNumber(string text) =>
        !char.IsAsciiDigit(text[0]) ? 1 : int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static LocalDate? ReadDay(string text, CultureInfo culture)
    {
        var written = LocalDatePattern.Create("d MMMM uuuu", culture).Parse(text);
        return written.Success ? written.Value : LocalDatePattern.Iso.Parse(text) is { Success: true } iso ? iso.Value : null;
    }

    private static Period? ReadPeriod(string text, CultureInfo culture)
    {
        var parts = text.Split(' ');
        return ReadNumber(parts[0]) is not { } count ? null : parts[1].ToLowerInvariant() switch
        {
            "minute" or "minutes" or "minuut" or "minuten" => Period.FromMinutes(count),
            "hour" or "hours" or "uur" => Period.FromHours(count),
            "day" or "days" or "dag" or "dagen" => Period.FromDays(count),
            "week" or "weeks" or "weken" => Period.FromWeeks(count),
            "month" or "months" or "maand" or "maanden" => Period.FromMonths(count),
            "year" or "years" or "jaar" => Period.FromYears(count),
            _ => null,
        };
    }
}
