namespace GdprKit.Mapping;

/// <summary>The words, Dutch and English, by which a class shows that its rows are no people, although they have an address or a picture.</summary>
internal static class Things
{
    private static readonly Dictionary<string, string> Words = new[]
    {
        "company", "organisation", "organization", "store", "shop", "branch", "warehouse", "shipper", "carrier", "department", "office", "supplier", "vendor", "venue",
        "location", "publisher", "manufacturer", "brand", "school", "hotel", "restaurant", "bank", "bedrijf", "organisatie", "winkel", "filiaal", "vestiging", "magazijn",
        "vervoerder", "afdeling", "kantoor", "leverancier", "locatie", "uitgever", "fabrikant", "merk",
        "product", "article", "item", "category", "film", "movie", "book", "album", "track", "song", "artikel", "categorie", "boek",
    }.ToDictionary(word => word, StringComparer.Ordinal);

    /// <summary>The word in the name of a class, or <see langword="null"/>.</summary>
    public static string? WordIn(EntityDescription entity) => EntityName.FindAtEnd(entity, Words);
}
