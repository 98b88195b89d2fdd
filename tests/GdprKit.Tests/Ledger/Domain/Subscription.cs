using NodaTime;

namespace GdprKit.Ledger;

/// <summary>A stream that a host might keep: it starts, counts its copies, and stops.</summary>
public sealed record Subscription : IStreamState<Subscription>
{
    public SubscriptionState State { get; init; }

    public Instant Since { get; init; }

    public Instant? Due { get; init; }

    public long Copies { get; init; }

    public static EntryType<SubscriptionStarted> Started { get; } = new("test.started/1", TestJson.Default.SubscriptionStarted);

    public static EntryType<SubscriptionStopped> Stopped { get; } = new("test.stopped/1", TestJson.Default.SubscriptionStopped);

    public static StreamFold<Subscription> Fold { get; } = new StreamFold<Subscription>("test.subscription", version: 2, new(), TestJson.Default.Subscription)
        .On(Started, static (state, entry) => state with
        {
            State = entry.Facts.State,
            Since = entry.RecordedAt,
            Due = entry.Facts.Asked,
            Copies = state.Copies + entry.Facts.Copies,
        })
        .On(Stopped, static (state, entry) => state with { State = SubscriptionState.Stopped, Since = entry.RecordedAt, Due = null })
        .Tell(Started, static (entry, words) => words.Choose(
            $"Begon met {words.Name(entry.Facts.Activity)}, in {entry.Facts.Copies} exemplaren.",
            $"Started {words.Name(entry.Facts.Activity)}, in {entry.Facts.Copies} copies."))
        .KeptAs(OwnRecordKind.Evidence, StreamStatus.Of(SubscriptionState.Stopped));

    public static StreamId StreamOf(SubjectRef subject, string key = "magazine") => new(Fold.Kind, subject, StreamKey.Parse(key));

    public static EntryDraft Start(long copies = 1, Instant? due = null) => Started.Draft(new()
    {
        Activity = ShopKeys.Newsletter,
        State = SubscriptionState.Running,
        Copies = copies,
        Asked = due,
    });

    public static EntryDraft Stop() => Stopped.Draft(new(IsByPerson: true));

    public StreamIndex ToIndex() => new(StreamStatus.Of(State), Since, Due);
}
