using System.Text.RegularExpressions;
using NodaTime;

namespace GdprKit;

/// <summary>A register in plain Dutch (level B1), to "je".</summary>
/// <remarks><see cref="RegisterWording.In"/> gives it as it is; derive from it to say one thing otherwise.</remarks>
public abstract partial class DutchRegisterWording : RegisterWording
{
    private static readonly string[] Months =
    [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
    ];

    /// <inheritdoc/>
    public override Language Language => Language.Dutch;

    /// <inheritdoc/>
    protected override string ConjunctionAnd => "en";

    /// <inheritdoc/>
    protected override string ConjunctionOr => "of";

    /// <inheritdoc/>
    public override string Date(LocalDate date) => $"{date.Day} {Months[date.Month - 1]} {date.Year}";

    /// <inheritdoc/>
    public override string Period(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Equals(NodaTime.Period.Zero) ? "0 dagen" : And(new[]
        {
            Counted(period.Years, "jaar", "jaar"),
            Counted(period.Months, "maand", "maanden"),
            Counted(period.Weeks, "week", "weken"),
            Counted(period.Days, "dag", "dagen"),
        }.Where(part => part.Length > 0));
    }

    /// <inheritdoc/>
    public override string Article(string article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var parts = ArticleParts().Match(article);
        var paragraph = parts.Groups["paragraph"] is { Success: true } number ? $" lid {number.Value}" : "";
        var point = parts.Groups["point"] is { Success: true } letter ? $" onder {letter.Value}" : "";
        var rest = article[parts.Length..] == ", second subparagraph" ? ", tweede alinea," : article[parts.Length..];
        return $"art. {parts.Groups["article"].Value}{paragraph}{point}{rest} AVG";
    }

    /// <inheritdoc/>
    /// <remarks>In Dutch ij is one letter: "IJsland".</remarks>
    protected override string Capitalised(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith("ij", StringComparison.Ordinal) ? string.Concat("IJ", text.AsSpan(2)) : base.Capitalised(text);
    }

    private static string Counted(int count, string one, string several) => count == 0 ? "" : $"{count} {(count == 1 ? one : several)}";

    [GeneratedRegex(@"^(?<article>[0-9]*)(\((?<paragraph>[0-9]+)\))?(\((?<point>[a-z])\))?", RegexOptions.ExplicitCapture)]
    private static partial Regex ArticleParts();
}
