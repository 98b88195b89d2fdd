using GdprKit.Ledger;

namespace GdprKit.Consent;

/// <summary>What streams of consent are made of. Names for ever, because they stand in the database.</summary>
internal static class ConsentEntries
{
    public static EntryType<SignalFacts> Requested { get; } = new("consent.requested/1", static () => ConsentJson.Default.SignalFacts);

    public static EntryType<SignalFacts> Deferred { get; } = new("consent.deferred/1", static () => ConsentJson.Default.SignalFacts);

    public static EntryType<SignalFacts> Refused { get; } = new("consent.refused/1", static () => ConsentJson.Default.SignalFacts);

    public static EntryType<AgreementFacts> Given { get; } = new("consent.given/1", static () => ConsentJson.Default.AgreementFacts);

    public static EntryType<AgreementFacts> Renewed { get; } = new("consent.renewed/1", static () => ConsentJson.Default.AgreementFacts);

    public static EntryType<ImportFacts> Imported { get; } = new("consent.imported/1", static () => ConsentJson.Default.ImportFacts);

    public static EntryType<ConfirmationFacts> Confirmed { get; } = new("consent.confirmed/1", static () => ConsentJson.Default.ConfirmationFacts);

    public static EntryType<ConfirmationFacts> AddressChanged { get; } = new("consent.address-changed/1", static () => ConsentJson.Default.ConfirmationFacts);

    public static EntryType<SignalFacts> Withdrawn { get; } = new("consent.withdrawn/1", static () => ConsentJson.Default.SignalFacts);

    public static EntryType<EndFacts> Revoked { get; } = new("consent.revoked/1", static () => ConsentJson.Default.EndFacts);

    public static EntryType<EndFacts> Invalidated { get; } = new("consent.invalidated/1", static () => ConsentJson.Default.EndFacts);
}
