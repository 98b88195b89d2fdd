namespace GdprKit;

/// <summary>Notices exist in Dutch and English; a register uses one of them or both.</summary>
internal static class LanguageCheck
{
    /// <summary>The languages of which a register can use one or more.</summary>
    public static IReadOnlyList<Language> Supported { get; } = [Language.Dutch, Language.English];

    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register) => register.Languages.IsEmpty
        ? [RegisterFaults.LanguageMissing()]
        : register.Languages
            .Select((language, index) => (Language: language, Path: $"/languages/{index}"))
            .Where(declared => !Supported.Contains(declared.Language))
            .Select(declared => RegisterFaults.LanguageUnsupported(declared.Path, declared.Language, Supported));

    /// <summary>The languages in which every text is needed.</summary>
    public static IReadOnlyList<Language> RequiredBy(RegisterDeclarations register) => [.. Supported.Where(language => register.Languages.Contains(language))];
}
