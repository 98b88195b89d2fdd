using GdprKit.Decisions;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>Whether the data of a person, for one activity or for all, are kept and not used (Art. 18).</summary>
/// <remarks>Streams of the kind <c>restriction</c>, with an activity as key, or the empty one for all. Immutable. Safe for use by several threads.</remarks>
public sealed record Restriction : IStreamState<Restriction>
{
    /// <summary>Whether a restriction stands.</summary>
    public RestrictionStatus Status { get; init; }

    /// <summary>Since when it stands, or is lifted.</summary>
    public Instant Since { get; init; }

    /// <summary>The grounds that stand, in the order of the article; a restriction stands as long as one does.</summary>
    public ValueList<RestrictionGround> Grounds { get; init; } = [];

    /// <summary>How entries become the state.</summary>
    public static StreamFold<Restriction> Fold { get; } = new StreamFold<Restriction>("restriction", version: 1, new(), static () => DecisionsJson.Default.Restriction)
        .On(RestrictionEntries.Placed, static (state, entry) => state.With(entry.Facts.Ground, entry.RecordedAt))
        .On(RestrictionEntries.Lifted, static (state, entry) => state.Without(entry.Facts.Ground, entry.RecordedAt))
        .Tell(RestrictionEntries.Placed, static (entry, words) => words.Choose(
            $"{About(entry.Stream.Key, words)} worden bewaard en niet gebruikt: {RestrictionWords.Of(entry.Facts.Ground, words)}.",
            $"{About(entry.Stream.Key, words)} are kept and not used: {RestrictionWords.Of(entry.Facts.Ground, words)}."))
        .Tell(RestrictionEntries.Lifted, static (entry, words) => words.Choose(
            $"De beperking is opgeheven, nadat dat was verteld: {RestrictionWords.Of(entry.Facts.Ground, words)}.",
            $"The restriction was lifted, after that was told: {RestrictionWords.Of(entry.Facts.Ground, words)}."))
        .KeptAs(OwnRecordKind.Evidence, StreamStatus.Of(RestrictionStatus.Lifted))
        .ShieldingUntil(StreamStatus.Of(RestrictionStatus.Lifted))
        .ProtectingBy(RestrictionEntries.Placed.Type);

    /// <summary>The stream of the restriction of all data of a person.</summary>
    /// <param name="subject">The person.</param>
    public static StreamId StreamOf(SubjectRef subject) => new(Fold.Kind, subject, StreamKey.Empty);

    /// <summary>The stream of the restriction of an activity.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="activity">The activity.</param>
    public static StreamId StreamOf(SubjectRef subject, Key<ProcessingActivity> activity) => new(Fold.Kind, subject, StreamKey.Of(activity));

    /// <inheritdoc/>
    public StreamIndex ToIndex() => new(StreamStatus.Of(Status), Since);

    private Restriction With(RestrictionGround ground, Instant at) => new()
    {
        Status = RestrictionStatus.Placed,
        Since = Status is RestrictionStatus.Placed ? Since : at,
        Grounds = Grounds.Append(ground).Distinct().Order().ToValueList(),
    };

    private Restriction Without(RestrictionGround ground, Instant at)
    {
        var grounds = Grounds.Where(standing => standing != ground).ToValueList();
        return grounds.IsEmpty
            ? new Restriction { Status = RestrictionStatus.Lifted, Since = at }
            : this with { Grounds = grounds };
    }

    private static string About(StreamKey key, EntryWords words) => Key<ProcessingActivity>.TryParse(key.ToString(), out var activity)
        ? words.Choose($"De gegevens voor ‘{words.Name(activity)}’", $"The data for “{words.Name(activity)}”")
        : words.Choose("De gegevens", "The data");
}
