using GdprKit.Ledger;
using GdprKit.Retention;
using NodaTime;

namespace GdprKit;

/// <summary>What keeps the data of a person, a category of data, the rows of an entity or some of them from going, although their time has come (Art. 17(3)).</summary>
/// <remarks>
/// Streams of the kind <c>legal-hold</c>: of a person with the empty key; about nobody with <c>category/…</c>, <c>entity/…</c> or <c>query/…</c>. Due when the first review
/// date of those that stand has passed, which lifts none of them. Immutable. Safe for use by several threads.
/// </remarks>
public sealed record LegalHold : IStreamState<LegalHold>
{
    /// <summary>How many holds can stand on one scope: 100, which fit into a head.</summary>
    public const int MostHolds = 100;

    /// <summary>Whether a hold stands.</summary>
    public HoldStatus Status { get; init; }

    /// <summary>Since when one stands without a break, or none any more.</summary>
    public Instant Since { get; init; }

    /// <summary>The holds that stand, in the order in which they were placed.</summary>
    public ValueList<StandingHold> Holds { get; init; } = [];

    /// <summary>How entries become the state.</summary>
    public static StreamFold<LegalHold> Fold { get; } = new StreamFold<LegalHold>("legal-hold", version: 1, new(), static () => HoldsJson.Default.LegalHold)
        .On(HoldEntries.Placed, static (state, entry) => state.With(new StandingHold(
            entry.Id, entry.Facts.Ground, entry.Facts.By, entry.RecordedAt, entry.Facts.ReviewOn, entry.Facts.ReviewEnds)))
        .On(HoldEntries.Prolonged, static (state, entry) => state.Prolonged(entry.Facts))
        .On(HoldEntries.Lifted, static (state, entry) => state.Without(entry.Facts.Hold, entry.RecordedAt))
        .Tell(HoldEntries.Placed, HoldWords.OfPlaced)
        .Tell(HoldEntries.Prolonged, HoldWords.OfProlonged)
        .Tell(HoldEntries.Lifted, static (_, words) => HoldWords.OfLifted(words))
        .KeptAs(OwnRecordKind.Evidence, StreamStatus.Of(HoldStatus.Lifted))
        .ShieldingUntil(StreamStatus.Of(HoldStatus.Lifted))
        .ProtectingBy(HoldEntries.Placed.Type);

    /// <summary>The stream of the holds on a person.</summary>
    /// <param name="subject">The person.</param>
    public static StreamId StreamOf(SubjectRef subject) => new(Fold.Kind, subject, StreamKey.Empty);

    /// <summary>The stream of the holds on a category of data.</summary>
    /// <param name="category">The category.</param>
    public static StreamId StreamOf(Key<DataCategory> category) => new(Fold.Kind, SubjectRef.None, HoldKeys.Of(category));

    /// <summary>The stream of the holds on an entity.</summary>
    /// <param name="store">The name of its store.</param>
    /// <param name="entity">By which name the store knows it.</param>
    public static StreamId StreamOf(string store, string entity)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(entity);
        return new(Fold.Kind, SubjectRef.None, HoldKeys.Of(store, entity));
    }

    /// <summary>The stream of the holds on a query.</summary>
    /// <param name="query">The query.</param>
    public static StreamId StreamOf(HoldScope.Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(Fold.Kind, SubjectRef.None, HoldKeys.Of(query));
    }

    /// <summary>The hold with an id, when it stands; <see langword="null"/> when not.</summary>
    /// <param name="hold">The id.</param>
    public StandingHold? Find(EntryId hold) => Holds.FirstOrDefault(standing => standing.Id == hold);

    /// <inheritdoc/>
    public StreamIndex ToIndex() => new(StreamStatus.Of(Status), Since, Holds.IsEmpty ? null : Holds.Min(hold => hold.ReviewEnds));

    private LegalHold With(StandingHold hold) => new()
    {
        Status = HoldStatus.Placed,
        Since = Status is HoldStatus.Placed ? Since : hold.Since,
        Holds = Holds.Append(hold).ToValueList(),
    };

    private LegalHold Prolonged(HoldProlonged facts) => this with
    {
        Holds = Holds.Select(hold => hold.Id == facts.Hold ? hold with { ReviewOn = facts.ReviewOn, ReviewEnds = facts.ReviewEnds } : hold).ToValueList(),
    };

    private LegalHold Without(EntryId lifted, Instant at)
    {
        var holds = Holds.Where(hold => hold.Id != lifted).ToValueList();
        return holds.IsEmpty ? new LegalHold { Status = HoldStatus.Lifted, Since = at } : this with { Holds = holds };
    }
}
