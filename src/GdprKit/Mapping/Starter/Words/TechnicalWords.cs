namespace GdprKit.Mapping;

/// <summary>The words, Dutch and English, of what a program notes about a row and not about a person.</summary>
internal static class TechnicalWords
{
    private static readonly Dictionary<string, string> Reasons = new[]
    {
        Words("when the row was last changed", "lastupdate", "lastupdated", "updatedat", "updatedon", "updateddate", "modified", "modifieddate", "modifiedat", "modifiedon", "lastmodified", "lastmodifiedat", "changedat", "changedon", "gewijzigd", "gewijzigdop", "wijzigingsdatum"),
        Words("a version of the row", "rowversion", "concurrencystamp", "etag"),
        Words("a technical key of the row", "rowguid", "rowid"),
        Words("who entered or changed the row", "createdby", "modifiedby", "updatedby", "changedby", "deletedby", "aangemaaktdoor", "gewijzigddoor", "ingevoerddoor"),
        Words("whether the row is hidden", "isdeleted", "deletedat", "deletedon", "softdeleted", "verwijderd", "verwijderdop"),
        Words("the order in which rows are shown", "sortorder", "displayorder", "volgorde"),
    }.SelectMany(words => words).ToDictionary(StringComparer.Ordinal);

    /// <summary>Why a property is about the row only, with the word that says it; <see langword="null"/> when nothing does.</summary>
    public static (string Reason, string Word)? Of(PropertyDescription property) =>
        NameParts.RunsOf(property.Path.Segments[^1]).Where(Reasons.ContainsKey).MaxBy(word => word.Length) is { } word ? (Reasons[word], word) : null;

    private static IEnumerable<KeyValuePair<string, string>> Words(string reason, params string[] texts) => texts.Select(text => KeyValuePair.Create(text, reason));
}
