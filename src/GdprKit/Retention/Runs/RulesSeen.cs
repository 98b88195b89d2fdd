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

    /// <summary>How entries become the state.</summary>
    public static StreamFold<RulesSeen> Fold { get; } = new StreamFold<RulesSeen>("retention-rules", version: 1, new(), RunsJson.Default.RulesSeen)
        .On(RunEntries.RulesSeen, static (_, entry) => new RulesSeen { Register = entry.Facts.Register, Since = entry.RecordedAt })
        .Tell(RunEntries.RulesSeen, static (_, words) => words.Choose("De bewaarregels zijn gewijzigd, of voor het eerst gebruikt.", "The retention rules changed, or were used for the first time."))
        .KeptAs(OwnRecordKind.Evidence);

    /// <summary>The stream.</summary>
    public static StreamId Stream => new(Fold.Kind, SubjectRef.None, StreamKey.Empty);

    /// <inheritdoc/>
    public StreamIndex ToIndex() => new(StreamStatus.Of(Register is null ? RulesStatus.Unknown : RulesStatus.Seen), Since);
}
