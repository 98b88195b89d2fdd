using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Consent;

/// <summary>A state of consent as a receipt tells it: since when, and who made it known by which act and over what.</summary>
internal sealed record ReceiptEvent(ConsentStatus Status, Instant At, ConsentActor By, ConsentMedium Medium, ConsentMechanism Mechanism = default, bool Explicit = false)
{
    /// <summary>The state that an entry tells; <see langword="null"/> for one that tells none, as a confirmation, or is not known here.</summary>
    public static ReceiptEvent? Of(LedgerEntry entry) =>
        entry.Type == ConsentEntries.Given.Type ? Agreed(ConsentStatus.Given, ConsentEntries.Given.Read(entry).Facts)
        : entry.Type == ConsentEntries.Renewed.Type ? Agreed(ConsentStatus.Renewed, ConsentEntries.Renewed.Read(entry).Facts)
        : entry.Type == ConsentEntries.Imported.Type ? Imported(ConsentEntries.Imported.Read(entry).Facts)
        : entry.Type == ConsentEntries.Requested.Type ? Signalled(ConsentStatus.Requested, ConsentEntries.Requested.Read(entry).Facts)
        : entry.Type == ConsentEntries.Deferred.Type ? Signalled(ConsentStatus.Deferred, ConsentEntries.Deferred.Read(entry).Facts)
        : entry.Type == ConsentEntries.Refused.Type ? Signalled(ConsentStatus.Refused, ConsentEntries.Refused.Read(entry).Facts)
        : entry.Type == ConsentEntries.Withdrawn.Type ? Signalled(ConsentStatus.Withdrawn, ConsentEntries.Withdrawn.Read(entry).Facts)
        : entry.Type == ConsentEntries.Revoked.Type ? Ended(ConsentStatus.Revoked, ConsentEntries.Revoked.Read(entry).Facts)
        : entry.Type == ConsentEntries.Invalidated.Type ? Ended(ConsentStatus.Invalidated, ConsentEntries.Invalidated.Read(entry).Facts)
        : null;

    private static ReceiptEvent Agreed(ConsentStatus status, AgreementFacts facts) => new(status, facts.At, facts.By, facts.Medium, facts.Mechanism, facts.Explicit);

    private static ReceiptEvent Imported(ImportFacts facts) => new(ConsentStatus.Given, facts.At, ConsentActor.Import, ConsentMedium.OtherSystem, Explicit: facts.Explicit);

    private static ReceiptEvent Signalled(ConsentStatus status, SignalFacts facts) => new(status, facts.At, facts.By, facts.Medium);

    private static ReceiptEvent Ended(ConsentStatus status, EndFacts facts) => new(status, facts.At, ConsentActor.Unspecified, ConsentMedium.Unspecified);
}
