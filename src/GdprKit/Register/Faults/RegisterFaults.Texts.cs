namespace GdprKit;

internal static partial class RegisterFaults
{
    public static RegisterFault LanguageMissing() => new(
        "/languages", RegisterFaultMessages.LanguageMissing,
        "No language is declared.",
        "Call Languages(Language.Dutch, Language.English), or write 'languages' in the register file.");

    public static RegisterFault LanguageUnsupported(string path, Language language, IEnumerable<Language> supported) => new(
        path, RegisterFaultMessages.LanguageUnsupported,
        $"GdprKit has no notice in the language '{language}'.",
        $"Use one or more of {Quoted(supported)}.");

    public static RegisterFault TextMissing(string path, string what, string call) => new(
        path, RegisterFaultMessages.TextMissing, $"The {what} is missing.", Write(call, path));

    public static RegisterFault TextIncomplete(string path, string what, Language language) => new(
        $"{path}/{language}", RegisterFaultMessages.TextIncomplete,
        $"The {what} has no text in '{language}'.",
        $"Write it in '{language}' too, or leave '{language}' out of the languages of the register.");

    public static RegisterFault TextInUndeclaredLanguage(string path, string what, Language language) => Warning(
        $"{path}/{language}", RegisterFaultMessages.TextInUndeclaredLanguage,
        $"The {what} has a text in '{language}', which is not a language of the register, so nobody will read it.",
        $"Add '{language}' to Languages(…), or leave the text out.");

    public static RegisterFault TextTooLong(string path, string what, int length, int maximum) => new(
        path, RegisterFaultMessages.TextTooLong,
        $"The {what} has {length} characters, more than {maximum}.",
        "Shorten it: it is part of a notice that people must be able to read.");

    public static RegisterFault TextWithForbiddenCharacter(string path, string what, char character) => new(
        path, RegisterFaultMessages.TextWithForbiddenCharacter,
        $"The {what} holds the character U+{(int)character:X4}, which has no place in a text.",
        "Remove it; a text is one paragraph, without line breaks and tabs.");

    public static RegisterFault ValueMissing(string path, string what, string call) => new(
        path, RegisterFaultMessages.ValueMissing, $"The {what} is missing.", Write(call, path));

    public static RegisterFault ValueEmpty(string path, string what) => new(
        path, RegisterFaultMessages.ValueMissing, $"The {what} is empty.", "Fill it in, or leave it out.");
}
