namespace GdprKit.Notices;

/// <summary>The language in which a person is told of a version.</summary>
internal static class ReaderLanguage
{
    /// <summary>The person's language where the version has it, else the main one of the register, else any.</summary>
    public static Language Of(Language? wanted, NoticeVersion version, ProcessingRegister register) =>
        wanted is { } read && version.Texts.Any(text => text.Language == read) ? read
        : version.Texts.Any(text => text.Language == register.MainLanguage) ? register.MainLanguage
        : version.Texts[0].Language;
}
