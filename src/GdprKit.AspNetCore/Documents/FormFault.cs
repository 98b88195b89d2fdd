namespace GdprKit;

/// <summary>Why what GdprKit put into a form is not accepted as it was sent. Nothing of it is recorded.</summary>
/// <param name="Id">The id; all ids stand in MESSAGES.md.</param>
/// <param name="Words">What is wrong and what to do, to the visitor.</param>
public sealed record FormFault(string Id, LocalizedText Words)
{
    /// <summary>The id and the words in a language.</summary>
    /// <param name="language">Dutch or English; of any other the English words.</param>
    public string In(Language language) => $"{Id}: {Words[language == Language.Dutch ? Language.Dutch : Language.English]}";
}
