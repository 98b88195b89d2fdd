namespace GdprKit;

/// <summary>The name of a country in one language, and the article it takes in a sentence, empty for most.</summary>
internal readonly record struct CountryName(string Article, string Name)
{
    public static CountryName None { get; } = new("", "");

    /// <summary>Reads a name of the table: "Frankrijk", "(de) Verenigde Staten".</summary>
    public static CountryName Read(string text)
    {
        var end = text.StartsWith('(') ? text.IndexOf(')', StringComparison.Ordinal) : -1;
        return end < 0 ? new CountryName("", text) : new CountryName(text[1..end], text[(end + 2)..]);
    }
}
