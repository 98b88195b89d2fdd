using GdprKit.Ledger;
using GdprKit.Retention;
using NodaTime;

namespace GdprKit;

/// <summary>Since when the application knows its rules, so that it approves nothing by itself as long as they are new.</summary>
/// <remarks>One stream of the kind <c>retention-rules</c>, about nobody. Immutable. Safe for use by several threads.</remarks>
public sealed record RulesSeen : IStreamState<RulesSeen>
{
    /// <summary>The hash of the register; <see langword="null"/> when none was seen.</summary>
    public Digest? Register { get; init; }

    /// <summary>Since when.</summary>
    public Instant Since { get; init; }

    /// <summary>The restore after which they count as new once more, because it was not known whose rows have to stay; <see langword="null"/> when that was never so.</summary>
    public EntryId? HeldAfter { get; init; }

    /// <summary>How entries become the state.</summary>
    public static StreamFold<RulesSeen> Fold { get; } = new StreamFold<RulesSeen>("retention-rules", version: 1, new(), static () => RunsJson.Default.RulesSeen)
        .On(RunEntries.RulesSeen, static (state, entry) => state with { Register = entry.Facts.Register, Since = entry.RecordedAt })
        .On(RunEntries.RulesHeld, static (state, entry) => state with { HeldAfter = entry.Facts.Restore, Since = entry.RecordedAt })
        .Tell(RunEntries.RulesSeen, static (_, words) => words.Choose("De bewaarregels zijn gewijzigd, of voor het eerst gebruikt.", "The retention rules changed, or were used for the first time."))
        .Tell(RunEntries.RulesHeld, static (_, words) => words.Choose(
            "Na het terugzetten van een back-up is niet bekend van wie er gegevens moeten blijven. De toepassing ruimt een tijd niets uit zichzelf op.",
            "After a backup was restored it is not known whose data have to stay. The application removes nothing by itself for a time."))
        .KeptAs(OwnRecordKind.Evidence);

    /// <summary>The stream.</summary>
    public static StreamId Stream => new(Fold.Kind, SubjectRef.None, StreamKey.Empty);

    /// <inheritdoc/>
    public StreamIndex ToIndex() => new(StreamStatus.Of(Register is null ? RulesStatus.Unknown : RulesStatus.Seen), Since);
}
