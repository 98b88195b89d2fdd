using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Consent;

/// <summary>What entries about consent do to its state. It follows whatever was appended; what may be appended is decided before.</summary>
internal static class ConsentFold
{
    private const int MostSpans = 50;

    public static StreamFold<ConsentRecord> Create() => ConsentTelling.AddTo(new StreamFold<ConsentRecord>("consent", version: 1, new(), ConsentJson.Default.ConsentRecord)
        .On(ConsentEntries.Requested, static (state, entry) => Moved(state, entry, ConsentStatus.Requested))
        .On(ConsentEntries.Deferred, static (state, entry) => Moved(state, entry, ConsentStatus.Deferred))
        .On(ConsentEntries.Refused, static (state, entry) => Denied(state, entry, ConsentStatus.Refused))
        .On(ConsentEntries.Withdrawn, static (state, entry) => Denied(state, entry, ConsentStatus.Withdrawn))
        .On(ConsentEntries.Given, static (state, entry) => Agreed(state, entry, ConsentStatus.Given) with { ProvenChannels = [] })
        .On(ConsentEntries.Renewed, static (state, entry) => Agreed(state, entry, ConsentStatus.Renewed))
        .On(ConsentEntries.Imported, static (state, entry) => Imported(state, entry))
        .On(ConsentEntries.Confirmed, static (state, entry) => state with
        {
            ProvenChannels = state.ProvenChannels.Append(entry.Facts.Over).Distinct().Order().ToValueList(),
            LastEntry = entry.Id,
        })
        .On(ConsentEntries.Revoked, static (state, entry) => Moved(state, entry, ConsentStatus.Revoked) with { Spans = Closed(state, entry.Facts.At) })
        .On(ConsentEntries.Invalidated, static (state, entry) => Moved(state, entry, ConsentStatus.Invalidated) with { Spans = Invalidated(state, entry.Facts) }))
        .KeptAs(
            OwnRecordKind.Evidence,
            StreamStatus.Of(ConsentStatus.Refused),
            StreamStatus.Of(ConsentStatus.Withdrawn),
            StreamStatus.Of(ConsentStatus.Revoked),
            StreamStatus.Of(ConsentStatus.Invalidated))
        .EndingWhenDue(ConsentWords.Standing.AsSpan());

    private static ConsentRecord Moved<TFacts>(ConsentRecord state, Entry<TFacts> entry, ConsentStatus status)
        where TFacts : class => state with { Status = status, Since = entry.RecordedAt, LastEntry = entry.Id };

    private static ConsentRecord Denied(ConsentRecord state, Entry<SignalFacts> entry, ConsentStatus status) => Moved(state, entry, status) with
    {
        WithdrawnAt = entry.Facts.At,
        EverRefusedOrWithdrawn = true,
        Spans = Closed(state, entry.Facts.At),
    };

    private static ConsentRecord Agreed(ConsentRecord state, Entry<AgreementFacts> entry, ConsentStatus status)
    {
        var facts = entry.Facts;
        return Moved(state, entry, status) with
        {
            GivenAt = facts.At,
            Until = facts.Until,
            Explicit = facts.Explicit,
            GivenBy = facts.By,
            Medium = facts.Medium,
            Mechanism = facts.Mechanism,
            Wording = facts.Wording,
            Language = facts.Language,
            Notice = facts.Notice,
            Agreement = facts.Agreement,
            ConfirmOver = facts.Confirm,
            Spans = Opened(state, facts.At),
        };
    }

    private static ConsentRecord Imported(ConsentRecord state, Entry<ImportFacts> entry)
    {
        var facts = entry.Facts;
        return Moved(state, entry, ConsentStatus.Given) with
        {
            GivenAt = facts.At,
            Until = facts.Until,
            Explicit = facts.Explicit,
            GivenBy = ConsentActor.Import,
            Medium = ConsentMedium.OtherSystem,
            Mechanism = ConsentMechanism.Unspecified,
            Wording = facts.Wording,
            Language = facts.Language,
            Notice = null,
            Agreement = facts.Agreement,
            ConfirmOver = facts.Confirm,
            ProvenChannels = facts.Proven,
            Spans = Opened(state, facts.At),
        };
    }

    // Who agrees again before the end goes on; who does so after it begins anew.
    private static ValueList<ConsentSpan> Opened(ConsentRecord state, Instant at)
    {
        var expired = state.Until is { } until && until <= at ? Closed(state, until) : state.Spans;
        return expired is [.., { To: null }] ? expired : expired.Append(new ConsentSpan(at)).TakeLast(MostSpans).ToValueList();
    }

    // What the register ended stood until then; what was never freely given, or by somebody else, never did.
    private static ValueList<ConsentSpan> Invalidated(ConsentRecord state, EndFacts facts) =>
        facts.Reason is ConsentEndReason.ActivityChanged or ConsentEndReason.ActivityEnded || state.Spans is not [.., { To: null }]
            ? Closed(state, facts.At)
            : [.. state.Spans.AsSpan()[..^1]];

    // A span that expired ended when it did, whenever it was taken back; and none ends before it began.
    private static ValueList<ConsentSpan> Closed(ConsentRecord state, Instant at)
    {
        if (state.Spans is not [.., { To: null } open])
        {
            return state.Spans;
        }

        var end = state.Until is { } until ? Instant.Min(until, at) : at;
        return [.. state.Spans.AsSpan()[..^1], open with { To = Instant.Max(end, open.From) }];
    }
}
