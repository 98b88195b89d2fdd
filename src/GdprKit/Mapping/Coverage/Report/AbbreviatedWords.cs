using System.Collections.Frozen;

namespace GdprKit.Mapping;

/// <summary>Which of the words that betray personal data are abbreviations, so that a reader is told.</summary>
internal static class AbbreviatedWords
{
    private static readonly FrozenSet<string> All = new[]
    {
        "eml", "telnr", "tel", "mob", "gsm", "vnaam", "anaam", "tussenv", "dob", "gebdat", "gebdatum", "bsn", "sofi", "ssn", "nin",
        "houseno", "huisnr", "zip", "iban", "ip", "imei", "idcard", "idkaart",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => All.Contains(word);
}
