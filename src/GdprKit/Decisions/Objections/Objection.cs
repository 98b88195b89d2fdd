using GdprKit.Decisions;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>What a person's objection to an activity, or to all direct marketing, has come to (Art. 21).</summary>
/// <remarks>Streams of the kind <c>objection</c>, with an activity or <c>direct-marketing</c> as key. Immutable. Safe for use by several threads.</remarks>
public sealed record Objection : IStreamState<Objection>
{
    // The name of an activity in a register could be the same; an objection to that activity then counts against all marketing, which protects.
    private static readonly StreamKey Marketing = StreamKey.Parse("direct-marketing");

    /// <summary>How far it has come.</summary>
    public ObjectionStatus Status { get; init; }

    /// <summary>Since when.</summary>
    public Instant Since { get; init; }

    /// <summary>How entries become the state.</summary>
    public static StreamFold<Objection> Fold { get; } = new StreamFold<Objection>("objection", version: 1, new(), static () => DecisionsJson.Default.Objection)
        .On(ObjectionEntries.Raised, static (_, entry) => After(ObjectionStatus.Raised, entry))
        .On(ObjectionEntries.Weighed, static (_, entry) => After(ObjectionStatus.Pending, entry))
        .On(ObjectionEntries.Upheld, static (_, entry) => After(ObjectionStatus.Upheld, entry))
        .On(ObjectionEntries.Overridden, static (_, entry) => After(ObjectionStatus.Overridden, entry))
        .On(ObjectionEntries.Withdrawn, static (_, entry) => After(ObjectionStatus.Withdrawn, entry))
        .Tell(ObjectionEntries.Raised, static (entry, words) => words.Choose($"Maakte bezwaar tegen {Against(entry, words)}.", $"Objected to {Against(entry, words)}."))
        .Tell(ObjectionEntries.Weighed, static (entry, words) => words.Choose(
            $"Het bezwaar tegen {Against(entry, words)} wordt afgewogen; intussen worden de gegevens alleen bewaard.",
            $"The objection to {Against(entry, words)} is being weighed; meanwhile the data are only kept."))
        .Tell(ObjectionEntries.Upheld, static (entry, words) => words.Choose($"Het bezwaar tegen {Against(entry, words)} is gegrond.", $"The objection to {Against(entry, words)} was upheld."))
        .Tell(ObjectionEntries.Overridden, static (entry, words) => words.Choose(
            $"Dwingende gronden wegen zwaarder dan het bezwaar tegen {Against(entry, words)}.",
            $"Compelling grounds weigh more than the objection to {Against(entry, words)}."))
        .Tell(ObjectionEntries.Withdrawn, static (entry, words) => words.Choose($"Trok het bezwaar tegen {Against(entry, words)} in.", $"Took the objection to {Against(entry, words)} back."))
        .KeptAs(OwnRecordKind.Evidence, StreamStatus.Of(ObjectionStatus.Withdrawn))
        .ProtectingBy(ObjectionEntries.Raised.Type);

    /// <summary>The stream of a person's objection to an activity.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="activity">The activity.</param>
    public static StreamId StreamOf(SubjectRef subject, Key<ProcessingActivity> activity) => new(Fold.Kind, subject, StreamKey.Of(activity));

    /// <summary>The stream of a person's objection to all direct marketing.</summary>
    /// <param name="subject">The person.</param>
    public static StreamId StreamOfMarketing(SubjectRef subject) => new(Fold.Kind, subject, Marketing);

    /// <inheritdoc/>
    public StreamIndex ToIndex() => new(StreamStatus.Of(Status), Since);

    internal static bool IsOfMarketing(StreamKey key) => key == Marketing;

    private static Objection After(ObjectionStatus status, Entry<ObjectionStep> entry) => new() { Status = status, Since = entry.RecordedAt };

    private static string Against(Entry<ObjectionStep> entry, EntryWords words) =>
        IsOfMarketing(entry.Stream.Key) ? words.Choose("reclame", "direct marketing")
        : Key<ProcessingActivity>.TryParse(entry.Stream.Key.ToString(), out var activity) ? words.Choose($"‘{words.Name(activity)}’", $"“{words.Name(activity)}”")
        : entry.Stream.Key.ToString();
}
