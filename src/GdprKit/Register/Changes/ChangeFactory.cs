namespace GdprKit;

/// <summary>Tells a difference between two registers as a change: added, removed or replaced, longer or shorter, material or not.</summary>
internal sealed class ChangeFactory(ProcessingRegister before, ProcessingRegister after, RegisterDiffOptions options)
{
    private static readonly RegisterWording[] Wordings = [RegisterWording.In(Language.Dutch), RegisterWording.In(Language.English)];

    private readonly LengthComparison _lengths = new(before, after);

    /// <summary>The change of a part that a rule is about; none when both registers mean the same by different words of the file.</summary>
    public IEnumerable<RegisterChange> Of(ChangeRule rule, RegisterPart earlier, RegisterPart later)
    {
        var (was, became) = (InWords(rule.Element, earlier), InWords(rule.Element, later));
        return rule.HasDefault && Equals(earlier.Declared.Meaning(rule.Element), later.Declared.Meaning(rule.Element))
            ? []
            : [Of(rule, earlier, later, was, became)];
    }

    /// <summary>The change of a part that no rule is about. Uncertain means protected: it is material.</summary>
    public static RegisterChange OfUnknown(RegisterPart earlier, RegisterPart later) => Make(
        RegisterElement.Unspecified,
        ChangeSignificance.Material,
        earlier,
        later,
        InWords(RegisterElement.Unspecified, earlier),
        InWords(RegisterElement.Unspecified, later));

    private RegisterChange Of(ChangeRule rule, RegisterPart earlier, RegisterPart later, LocalizedText? was, LocalizedText? became)
    {
        var length = _lengths.Of(rule.Element, earlier, later);
        var significance = length switch
        {
            LengthChange.Longer => ChangeSignificance.Material,
            LengthChange.Shorter => options.ShorterPeriod is ChangeSignificance.Editorial ? ChangeSignificance.Editorial : ChangeSignificance.Material,
            LengthChange.Same => ChangeSignificance.Editorial,
            _ => (was, became) switch
            {
                (null, not null) => rule.Added,
                (not null, null) => rule.Removed,
                _ => rule.Replaced ?? ChangeSignificance.Material,
            },
        };
        return Make(rule.Element, significance, earlier, later, was, became, length);
    }

    private static RegisterChange Make(
        RegisterElement element,
        ChangeSignificance significance,
        RegisterPart earlier,
        RegisterPart later,
        LocalizedText? was,
        LocalizedText? became,
        LengthChange length = LengthChange.Unspecified)
    {
        var path = (later.IsAbsent ? earlier : later).Path!;

        // Who is told of a new name knows the old one.
        var (named, otherwise) = element is RegisterElement.Label or RegisterElement.RecipientName ? (earlier, later) : (later, earlier);
        var subject = InWords(named, ElementText.Subject) ?? InWords(otherwise, ElementText.Subject) ?? LocalizedText.Empty;
        return (was, became, length) switch
        {
            (null, not null, _) => new RegisterChange.Added(became) { Path = path, Element = element, Significance = significance, Subject = subject },
            (not null, null, _) => new RegisterChange.Removed(was) { Path = path, Element = element, Significance = significance, Subject = subject },
            (not null, not null, LengthChange.Longer) => new RegisterChange.Lengthened(was, became)
            {
                Path = path,
                Element = element,
                Significance = significance,
                Subject = subject,
            },
            (not null, not null, LengthChange.Shorter) => new RegisterChange.Shortened(was, became)
            {
                Path = path,
                Element = element,
                Significance = significance,
                Subject = subject,
            },
            _ => new RegisterChange.Replaced(was ?? LocalizedText.Empty, became ?? LocalizedText.Empty)
            {
                Path = path,
                Element = element,
                Significance = significance,
                Subject = subject,
            },
        };
    }

    private static LocalizedText? InWords(RegisterElement element, RegisterPart part) =>
        InWords(part, (there, wording) => ElementText.Of(element, there, wording));

    private static LocalizedText? InWords(RegisterPart part, Func<RegisterPart, RegisterWording, string?> say)
    {
        var texts = part.Path is null ? [] : Wordings.Select(wording => (wording.Language, Text: say(part, wording))).ToArray();
        return texts.Any(text => text.Text is null) || texts.Length == 0 ? null : LocalizedText.Of(texts.Select(text => (text.Language, text.Text!)));
    }
}
