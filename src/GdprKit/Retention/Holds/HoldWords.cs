using GdprKit.Ledger;

namespace GdprKit.Retention;

/// <summary>Holds in plain words.</summary>
internal static class HoldWords
{
    public static string OfPlaced(Entry<HoldPlaced> entry, EntryWords words) => words.Choose(
        $"{About(entry.Stream.Key, words)} mogen niet worden verwijderd: {Of(entry.Facts.Ground, words)}. Uiterlijk op {words.Words.Date(entry.Facts.ReviewOn)} wordt bekeken of dat nog nodig is.",
        $"{About(entry.Stream.Key, words)} must not be deleted: {Of(entry.Facts.Ground, words)}. Whether that is still needed is reviewed by {words.Words.Date(entry.Facts.ReviewOn)} at the latest.");

    public static string OfProlonged(Entry<HoldProlonged> entry, EntryWords words) => words.Choose(
        $"Een verwijderstop is beoordeeld en blijft staan. Uiterlijk op {words.Words.Date(entry.Facts.ReviewOn)} wordt hij opnieuw beoordeeld.",
        $"A hold was reviewed and stands; it is reviewed again by {words.Words.Date(entry.Facts.ReviewOn)} at the latest.");

    public static string OfLifted(EntryWords words) => words.Choose("Een verwijderstop is opgeheven.", "A hold was lifted.");

    private static string Of(HoldGround ground, EntryWords words) => ground switch
    {
        HoldGround.LegalClaims => words.Choose("ze zijn nodig voor een rechtsvordering", "they are needed for a legal claim"),
        HoldGround.LegalObligation => words.Choose("de wet verplicht om ze te bewaren", "the law demands that they are kept"),
        HoldGround.Investigation => words.Choose("ze zijn nodig voor een controle of onderzoek door een overheidsinstantie", "an authority needs them for an audit or an investigation"),
        HoldGround.PreservationOrder => words.Choose("een rechter of andere instantie heeft bevolen om ze te bewaren", "a court or another authority ordered to preserve them"),
        _ => words.Choose("op een grond die hier niet bekend is", "on a ground that is not known here"),
    };

    private static string About(StreamKey key, EntryWords words) =>
        HoldKeys.CategoryOf(key) is { } category ? words.Choose($"De gegevens in de categorie ‘{words.Name(category)}’", $"The data of the category “{words.Name(category)}”")
        : HoldKeys.EntityOf(key) is { } entity ? words.Choose($"De rijen van ‘{entity.Name}’", $"The rows of “{entity.Name}”")
        : HoldKeys.QueryOf(key) is { } query ? words.Choose($"De rijen van ‘{query.Name}’ in de selectie ‘{query.Key}’", $"The rows of “{query.Name}” in the selection “{query.Key}”")
        : key == StreamKey.Empty ? words.Choose("De gegevens", "The data")
        : key.ToString().StartsWith(HoldKeys.Queries, StringComparison.Ordinal) ? words.Choose("De rijen van één selectie", "The rows of one selection")
        : words.Choose("De rijen van één tabel", "The rows of one table");
}
