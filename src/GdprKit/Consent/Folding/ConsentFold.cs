using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Consent;

/// <summary>What entries about consent do to its state. It follows whatever was appended; what may be appended is decided before.</summary>
internal static class ConsentFold
{
    public static StreamFold<ConsentRecord> Create() => ConsentTelling.AddTo(new StreamFold<ConsentRecord>("consent", version: 2, new(), static () => ConsentJson.Default.ConsentRecord)
        .On(ConsentEntries.Requested, static (state, entry) => Moved(state, entry, ConsentStatus.Requested))
        .On(ConsentEntries.Deferred, static (state, entry) => Moved(state, entry, ConsentStatus.Deferred))
        .On(ConsentEntries.Refused, static (state, entry) => Denied(state, entry, ConsentStatus.Refused))
        .On(ConsentEntries.Withdrawn, static (state, entry) => Denied(state, entry, ConsentStatus.Withdrawn))
        .On(ConsentEntries.Given, static (state, entry) => Agreed(Unproven(state, entry.Facts.At), entry, ConsentStatus.Given))
        .On(ConsentEntries.Renewed, static (state, entry) => Agreed(state, entry, ConsentStatus.Renewed))
        .On(ConsentEntries.Imported, static (state, entry) => Imported(state, entry))
        .On(ConsentEntries.Confirmed, static (state, entry) => state with
        {
            ProvenChannels = state.ProvenChannels.Append(entry.Facts.Over).Distinct().Order().ToValueList(),
            Spans = ConsentSpans.Proven(state, entry.Facts.Over, entry.Facts.At),
            LastEntry = entry.Id,
        })
        .On(ConsentEntries.AddressChanged, static (state, entry) => state with
        {
            ProvenChannels = state.ProvenChannels.Where(channel => channel != entry.Facts.Over).ToValueList(),
            Spans = ConsentSpans.Unproven(state, entry.Facts.At, channel => channel == entry.Facts.Over),
            LastEntry = entry.Id,
        })
        .On(ConsentEntries.Revoked, static (state, entry) => Moved(state, entry, ConsentStatus.Revoked) with { Spans = ConsentSpans.Closed(state, entry.Facts.At) })
        .On(ConsentEntries.Invalidated, static (state, entry) => Moved(state, entry, ConsentStatus.Invalidated) with { Spans = ConsentSpans.Invalidated(state, entry.Facts) }))
        .ReadBy(ConsentRecordReader.Read)
        .KeptAs(
            OwnRecordKind.Evidence,
            StreamStatus.Of(ConsentStatus.Refused),
            StreamStatus.Of(ConsentStatus.Withdrawn),
            StreamStatus.Of(ConsentStatus.Revoked),
            StreamStatus.Of(ConsentStatus.Invalidated))
        .EndingWhenDue(ConsentWords.Standing.AsSpan())
        .ProtectingBy(ConsentEntries.Withdrawn.Type, ConsentEntries.Refused.Type, ConsentEntries.Revoked.Type);

    private static ConsentRecord Moved<TFacts>(ConsentRecord state, Entry<TFacts> entry, ConsentStatus status)
        where TFacts : class => state with { Status = status, Since = entry.RecordedAt, LastEntry = entry.Id };

    private static ConsentRecord Denied(ConsentRecord state, Entry<SignalFacts> entry, ConsentStatus status) => Moved(state, entry, status) with
    {
        WithdrawnAt = entry.Facts.At,
        EverRefusedOrWithdrawn = true,
        Spans = ConsentSpans.Closed(state, entry.Facts.At),
    };

    private static ConsentRecord Unproven(ConsentRecord state, Instant at) => state with { ProvenChannels = [], Spans = ConsentSpans.Unproven(state, at, _ => true) };

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

            // An address that was confirmed stays so until the person has another one.
            Spans = ConsentSpans.Opened(state, facts.At, facts.Confirm, state.ProvenChannels.Select(channel => new ConsentProof(channel, facts.At)).ToValueList()),
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

            // A list shows that it was confirmed, and not since when.
            Spans = ConsentSpans.Opened(state, facts.At, facts.Confirm, facts.Proven.Select(channel => new ConsentProof(channel, facts.ObtainedAt)).ToValueList()),
        };
    }
}
