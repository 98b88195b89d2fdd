using NodaTime;

namespace GdprKit;

/// <summary>
/// The words in which a register speaks to people: periods, retention rules, lawful bases, rights, transfers and backups as plain
/// sentences of one language. The privacy notice, the record of processing and the pages all take their words from here.
/// </summary>
/// <remarks>
/// To say something otherwise, derive from <see cref="DutchRegisterWording"/> or <see cref="EnglishRegisterWording"/> and override that one
/// member; to add a language, derive from this class. Names and fragments begin with a small letter and have no full stop, so that they
/// fit in the middle of a sentence; <see cref="AsSentence"/> makes a sentence of them. Explanations are whole sentences. People are
/// addressed as "je" and "you", the controller speaks as "wij" and "we". Stateless; safe for use by several threads.
/// </remarks>
public abstract partial class RegisterWording
{
    private static readonly RegisterWording[] Known = [new PlainDutch(), new PlainEnglish()];

    /// <summary>The language of the words.</summary>
    public abstract Language Language { get; }

    /// <summary>The words of a language.</summary>
    /// <param name="language">Dutch or English.</param>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    public static RegisterWording In(Language language) =>
        Array.Find(Known, wording => wording.Language == language) ?? throw WordingMessages.NoWordsIn(language);

    /// <summary>
    /// What a declaration says in this language; where the register does not use the language, in the first that it does use, so that
    /// an operator can read a register that was not written in his or her language.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>The text; empty when there is none in any language.</returns>
    public string Text(LocalizedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.TryGet(Language, out var own) ? own : text.Select(other => other.Value).FirstOrDefault("");
    }

    /// <summary>A fragment as a sentence of its own: with a capital and a full stop.</summary>
    /// <param name="fragment">A fragment, or a sentence: what ends with a full stop, a question mark or an exclamation mark keeps it.</param>
    public string AsSentence(string fragment)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        var trimmed = fragment.Trim();
        return trimmed.Length == 0 ? "" : Capitalised(trimmed) + (trimmed[^1] is '.' or '!' or '?' ? "" : ".");
    }

    /// <summary>A fragment as a heading: with a capital, without a full stop.</summary>
    /// <param name="fragment">A fragment, not empty.</param>
    internal string AsHeading(string fragment) => Capitalised(fragment.Trim());

    /// <summary>Several things in one enumeration: "naam, adres en e-mailadres", "name, address and e-mail address".</summary>
    /// <param name="items">The things, in this order.</param>
    public string And(params IEnumerable<string> items) => Enumeration(items, ConjunctionAnd);

    /// <summary>Several possibilities in one enumeration: "naam, adres of e-mailadres", "name, address or e-mail address".</summary>
    /// <param name="items">The possibilities, in this order.</param>
    public string Or(params IEnumerable<string> items) => Enumeration(items, ConjunctionOr);

    /// <summary>A day: "1 januari 2027", "1 January 2027".</summary>
    /// <param name="date">The day.</param>
    public abstract string Date(LocalDate date);

    /// <summary>A period: "2 jaar en 6 maanden", "2 years and 6 months". As declared: 24 months are not turned into 2 years.</summary>
    /// <param name="period">Years, months, weeks and days; a register holds no others.</param>
    public abstract string Period(Period period);

    /// <summary>An article of the GDPR as a lawyer cites it: "art. 6 lid 1 onder f AVG", "Art. 6(1)(f) GDPR".</summary>
    /// <param name="article">The article as the declarations give it: <c>6(1)(f)</c>.</param>
    public abstract string Article(string article);

    /// <summary>The word before the last of several things.</summary>
    protected abstract string ConjunctionAnd { get; }

    /// <summary>The word before the last of several possibilities.</summary>
    protected abstract string ConjunctionOr { get; }

    /// <summary>A text with a capital for its first letter.</summary>
    /// <param name="text">The text, not empty.</param>
    protected virtual string Capitalised(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));
    }

    /// <summary>A fragment for the middle of a sentence: without the full stop that a declared text may end with.</summary>
    /// <param name="text">The declared text.</param>
    protected string Fragment(LocalizedText text) => Text(text).Trim().TrimEnd('.');

    private static string Enumeration(IEnumerable<string> items, string conjunction)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.ToArray() switch
        {
            [] => "",
            [var only] => only,
            [.. var first, var last] => $"{string.Join(", ", first)} {conjunction} {last}",
        };
    }

    private sealed class PlainDutch : DutchRegisterWording;

    private sealed class PlainEnglish : EnglishRegisterWording;
}
