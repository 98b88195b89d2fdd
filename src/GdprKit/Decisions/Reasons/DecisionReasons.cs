namespace GdprKit;

/// <summary>Every reason for which processing is permitted or denied; MESSAGES.md lists them in the range 21xx.</summary>
/// <remarks>Safe for use by several threads.</remarks>
public static partial class DecisionReasons
{
    private static readonly Lazy<ValueList<DecisionReason>> Every = new(Collect);

    /// <summary>All of them, in the order of their ids.</summary>
    public static ValueList<DecisionReason> All => Every.Value;

    private static DecisionReason Denies(string id, string name, string article, string nl, string en) =>
        new(id, name, permits: false, article, LocalizedText.Of(nl, en));

    private static DecisionReason Permits(string id, string name, string article, string nl, string en) =>
        new(id, name, permits: true, article, LocalizedText.Of(nl, en));

    // Later than the members of the other parts, whose order the language leaves open.
    private static ValueList<DecisionReason> Collect() =>
    [
        NoBasis,
        BasisSwapped,
        ObjectionToMarketing,
        ObjectionStanding,
        Restricted,
        Suppressed,
        NotTold,
        ConsentUnknown,
        ConsentRequested,
        ConsentDeferred,
        ConsentRefused,
        ConsentWithdrawn,
        ConsentRevoked,
        ConsentInvalidated,
        ConsentExpired,
        ConsentForAnotherPurpose,
        ConsentUnconfirmed,
        ConsentNotForChannel,
        ConsentNotYetGiven,
        MinorWithoutParent,
        AgeUnknown,
        ConsentTextUnknown,
        SpecialCategoryWithoutGround,
        ConsentNotExplicit,
        CriminalOffenceWithoutLaw,
        NationalNumberWithoutLaw,
        ChannelUndeclared,
        MarketingUnsolicited,
        SoftOptInIncomplete,
        LookUpFailed,
        NewerProgram,
        AddressUnreadable,
        DatabaseOlder,
        ConsentGiven,
        ConsentStoodThen,
        Contract,
        LegalObligation,
        VitalInterest,
        PublicTask,
        LegitimateInterest,
        ExistingCustomer,
        ObjectionOverridden,
        RestrictionExempt,
        StoringOnly,
    ];
}
