namespace GdprKit;

/// <summary>Notices exist in Dutch and English; a register uses one of them or both.</summary>
internal static class LanguageCheck
{
    /// <summary>The languages of which a register can use one or more.</summary>
    public static IReadOnlyList<Language> Supported { get; } = [Language.Dutch, Language.English];

    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register)
    {
        if (register.Languages.IsEmpty)
        {
            yield return RegisterFaults.LanguageMissing();
        }

        for (var i = 0; i < register.Languages.Count; i++)
        {
            if (!Supported.Contains(register.Languages[i]))
            {
                yield return RegisterFaults.LanguageUnsupported($"/languages/{i}", register.Languages[i], Supported);
            }
        }
    }
}
