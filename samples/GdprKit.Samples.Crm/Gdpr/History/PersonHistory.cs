using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Samples.Crm.Gdpr.History;

/// <summary>What happened to the data of a customer or an employee: a stream of the shop's own in the ledger of GdprKit.</summary>
public sealed record PersonHistory : IStreamState<PersonHistory>
{
    /// <summary>Under which name the words of an employee stand in the details of an entry.</summary>
    public const string Note = "note";

    public PersonPresence Presence { get; init; }

    public Instant Since { get; init; }

    public static EntryType<PersonAdded> Added { get; } = new("crm.person-added/1", HistoryJson.Default.PersonAdded);

    public static EntryType<PersonChanged> Changed { get; } = new("crm.person-changed/1", HistoryJson.Default.PersonChanged);

    public static EntryType<PersonRemoved> Removed { get; } = new("crm.person-removed/1", HistoryJson.Default.PersonRemoved);

    public static EntryType<LinkMade> LinkMade { get; } = new("crm.link-made/1", HistoryJson.Default.LinkMade);

    public static EntryType<ConfirmationMailed> Mailed { get; } = new("crm.confirmation-mailed/1", HistoryJson.Default.ConfirmationMailed);

    public static StreamFold<PersonHistory> Fold { get; } = new StreamFold<PersonHistory>("crm.person", version: 1, new(), HistoryJson.Default.PersonHistory)
        .On(Added, (state, entry) => state.Become(PersonPresence.Present, entry.RecordedAt))
        .On(Changed, (state, entry) => state.Become(PersonPresence.Present, entry.RecordedAt))
        .On(Removed, (state, entry) => state.Become(PersonPresence.Removed, entry.RecordedAt))
        .On(LinkMade, (state, entry) => state.Become(PersonPresence.Present, entry.RecordedAt))
        .On(Mailed, (state, entry) => state.Become(PersonPresence.Present, entry.RecordedAt))
        .Tell(Added, (entry, words) => entry.Facts.Through switch
        {
            AddedThrough.SignUpForm => words.Choose(nl: "Klant geworden met het formulier op de site.", en: "Became a customer with the form on the site."),
            AddedThrough.List => words.Choose(nl: "Door een ander aangemeld, op een lijst.", en: "Signed up by somebody else, on a list."),
            _ => words.Choose(nl: "Toegevoegd.", en: "Added."),
        })
        .Tell(Changed, (entry, words) =>
            $"{words.Choose(nl: "Gegevens gewijzigd", en: "Data changed")}: {words.Words.And(entry.Facts.Categories.Select(words.Name))}.")
        .Tell(Removed, (_, words) => words.Choose(nl: "Verwijderd, met alle gegevens.", en: "Removed, with all data."))
        .Tell(LinkMade, (_, words) => words.Choose(nl: "Er is een link naar de eigen keuzes gemaakt.", en: "A link to their own choices was made."))
        .Tell(Mailed, (entry, words) => words.Choose(
            nl: $"Kreeg een mail om te bevestigen: {words.Name(entry.Facts.Activity)}.",
            en: $"Was sent a mail to confirm: {words.Name(entry.Facts.Activity)}."))
        .KeptAs(OwnRecordKind.Evidence, endedIn: StreamStatus.Of(PersonPresence.Removed));

    public static StreamId StreamOf(SubjectRef person) => new(Fold.Kind, person, StreamKey.Empty);

    /// <summary>The employee who did what an entry says; nobody when it is not known.</summary>
    public static SubjectRef ByOf(LedgerEntry entry) =>
        entry.Type == Changed.Type ? Changed.Read(entry).Facts.By
        : entry.Type == Removed.Type ? Removed.Read(entry).Facts.By
        : entry.Type == LinkMade.Type ? LinkMade.Read(entry).Facts.By
        : SubjectRef.None;

    public StreamIndex ToIndex() => new(StreamStatus.Of(Presence), Since);

    private PersonHistory Become(PersonPresence presence, Instant since) => Presence == presence ? this : new PersonHistory { Presence = presence, Since = since };
}
