namespace GdprKit.Samples.Crm.Lists;

/// <summary>What someone typed in a search field: every word must be found somewhere.</summary>
public static class SearchText
{
    public const int MaximumLength = 100;

    /// <summary>The third argument of LIKE that belongs to <see cref="Pattern"/>.</summary>
    public const string Escape = "\\";

    public static string[] Words(string? text) =>
        (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The pattern of LIKE that finds the word anywhere; a percent sign in it is only a percent sign.</summary>
    public static string Pattern(string word) =>
        "%" + string.Concat(word.Select(letter => letter is '\\' or '%' or '_' ? Escape + letter : letter.ToString())) + "%";
}
