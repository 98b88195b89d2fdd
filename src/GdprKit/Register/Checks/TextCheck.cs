namespace GdprKit;

/// <summary>Every text is there in every language of the register, can be read, and is no longer than people read.</summary>
internal static class TextCheck
{
    private const int MaximumLength = 4000;

    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register) => DeclaredText.AllOf(register)
        .SelectMany(text => Find(text, register.Languages))
        .Concat(DeclaredWord.AllOf(register).SelectMany(Find));

    private static IEnumerable<RegisterFault> Find(DeclaredText declared, ValueList<Language> languages)
    {
        if (declared.Text is not { IsEmpty: false } text)
        {
            yield return RegisterFaults.TextMissing(declared.Path, declared.What, declared.Call);
            yield break;
        }

        foreach (var language in LanguageCheck.Supported)
        {
            if (languages.Contains(language) && (!text.TryGet(language, out var given) || string.IsNullOrWhiteSpace(given)))
            {
                yield return RegisterFaults.TextIncomplete(declared.Path, declared.What, language);
            }
        }

        foreach (var (language, given) in text)
        {
            if (!languages.Contains(language))
            {
                yield return RegisterFaults.TextInUndeclaredLanguage(declared.Path, declared.What, language);
            }

            foreach (var fault in Unreadable($"{declared.Path}/{language}", declared.What, given))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<RegisterFault> Find(DeclaredWord declared) => declared switch
    {
        { Value: null, Call: null } => [],
        { MayBeBlank: false } when string.IsNullOrWhiteSpace(declared.Value) => [declared.Call is { } call
            ? RegisterFaults.ValueMissing(declared.Path, declared.What, call)
            : RegisterFaults.ValueEmpty(declared.Path, declared.What)],
        _ => Unreadable(declared.Path, declared.What, declared.Value ?? ""),
    };

    private static IEnumerable<RegisterFault> Unreadable(string path, string what, string text)
    {
        if (text.Length > MaximumLength)
        {
            yield return RegisterFaults.TextTooLong(path, what, text.Length, MaximumLength);
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (IsForbidden(text[i]))
            {
                yield return RegisterFaults.TextWithForbiddenCharacter(path, what, text[i]);
                yield break;
            }
        }
    }

    // Half of a surrogate pair is no character; the controls of writing direction can make a text read otherwise than it is written.
    private static bool IsForbidden(char character) =>
        char.IsControl(character)
        || char.IsSurrogate(character)
        || character is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
