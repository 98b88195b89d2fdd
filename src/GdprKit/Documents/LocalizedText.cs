using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GdprKit;

/// <summary>One text in several languages, for example the label of a category of data.</summary>
/// <remarks>
/// Immutable; equal to another when it has the same languages with the same texts, whatever the order they were given in.
/// Whether every language that a register uses has a text, and none is empty, is checked by the register as a whole.
/// Safe for use by several threads.
/// </remarks>
public sealed class LocalizedText : IEquatable<LocalizedText>, IEnumerable<KeyValuePair<Language, string>>
{
    private readonly KeyValuePair<Language, string>[] _texts;

    private LocalizedText(KeyValuePair<Language, string>[] sorted) => _texts = sorted;

    /// <summary>A text in no language.</summary>
    public static LocalizedText Empty { get; } = new([]);

    /// <summary>The languages that have a text, in the order of their codes.</summary>
    public IEnumerable<Language> Languages => _texts.Select(text => text.Key);

    /// <summary>Whether there is no text in any language.</summary>
    public bool IsEmpty => _texts.Length == 0;

    /// <summary>The text in a language.</summary>
    /// <param name="language">The language.</param>
    /// <exception cref="KeyNotFoundException">GDPR1002: there is no text in that language.</exception>
    public string this[Language language] => TryGet(language, out var text)
        ? text
        : throw new KeyNotFoundException($"{DocumentMessages.TextMissing}: there is no text in '{language}'; there is one in {string.Join(", ", Languages.Select(known => $"'{known}'"))}. Add the text, or ask for one of these languages.");

    /// <summary>A text in Dutch and English.</summary>
    /// <param name="nl">The Dutch text.</param>
    /// <param name="en">The English text.</param>
    public static LocalizedText Of(string nl, string en)
    {
        ArgumentNullException.ThrowIfNull(nl);
        ArgumentNullException.ThrowIfNull(en);
        return OfGiven(nl, en);
    }

    /// <summary>A text in the given languages. When a language is given twice, the last text counts.</summary>
    /// <param name="texts">Pairs of language and text.</param>
    public static LocalizedText Of(params IEnumerable<(Language Language, string Text)> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var byLanguage = new Dictionary<Language, string>();
        foreach (var (language, text) in texts)
        {
            ArgumentNullException.ThrowIfNull(text, nameof(texts));
            byLanguage[language] = text;
        }

        return new LocalizedText([.. byLanguage.OrderBy(text => text.Key.Code, StringComparer.Ordinal)]);
    }

    /// <summary>A text in those of the two languages in which one is given.</summary>
    internal static LocalizedText OfGiven(string? nl, string? en) => (nl, en) switch
    {
        (null, null) => Empty,
        (null, _) => new([new(Language.English, en)]),
        (_, null) => new([new(Language.Dutch, nl)]),
        _ => new([new(Language.English, en), new(Language.Dutch, nl)]),
    };

    /// <summary>The text in a language, where there is one.</summary>
    /// <param name="language">The language.</param>
    /// <param name="text">The text, or <see langword="null"/>.</param>
    public bool TryGet(Language language, [NotNullWhen(true)] out string? text)
    {
        foreach (var candidate in _texts)
        {
            if (candidate.Key == language)
            {
                text = candidate.Value;
                return true;
            }
        }

        text = null;
        return false;
    }

    /// <inheritdoc/>
    public bool Equals(LocalizedText? other) => other is not null && _texts.AsSpan().SequenceEqual(other._texts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (language, text) in _texts)
        {
            hash.Add(language);
            hash.Add(text, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>Every text behind its language, for a debugger or a log: <c>nl: Naam; en: Name</c>.</summary>
    public override string ToString() => string.Join("; ", _texts.Select(text => $"{text.Key}: {text.Value}"));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<Language, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<Language, string>>)_texts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
