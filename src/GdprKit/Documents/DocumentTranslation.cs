namespace GdprKit.Documents;

/// <summary>Where the same document can be read in another language; a page links to it at its top.</summary>
/// <param name="Language">The other language.</param>
/// <param name="Address">The address of the other page: relative to the root (<c>/privacy/en</c>), or absolute.</param>
public sealed record DocumentTranslation(Language Language, string Address);
