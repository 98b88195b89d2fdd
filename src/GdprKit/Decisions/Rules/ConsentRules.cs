namespace GdprKit.Decisions;

/// <summary>What consent must be to be a basis (Art. 4(11), 6(1)(a), 7, 8).</summary>
internal static class ConsentRules
{
    public static DecisionReason? Missing(ProcessingSituation situation) =>
        situation.Basis is LawfulBasis.Consent ? WhyNotValid(situation) ?? WhyNotOverChannel(situation) : null;

    /// <summary>Why the consent does not stand at the moment asked about; <see langword="null"/> when it does.</summary>
    public static DecisionReason? WhyNotValid(ProcessingSituation situation)
    {
        var consent = situation.Consent ?? ConsentFacts.None;
        return WhyNot(consent, situation)
            ?? (!consent.IsTextKnown ? DecisionReasons.ConsentTextUnknown
                : !consent.IsForThisPurpose ? DecisionReasons.ConsentForAnotherPurpose
                : AwaitsConfirmation(consent, situation) ? DecisionReasons.ConsentUnconfirmed
                : WhyNotByThisPerson(consent, situation));
    }

    /// <summary>Why a message over the channel is not what the person agreed to; <see langword="null"/> when it is, or when there is none.</summary>
    public static DecisionReason? WhyNotOverChannel(ProcessingSituation situation) =>
        situation is { Channel: { } channel, IsStoringOnly: false } && situation.Consent?.ProvenChannels.Contains(channel) is not true
            ? DecisionReasons.ConsentNotForChannel
            : null;

    private static DecisionReason? WhyNot(ConsentFacts consent, ProcessingSituation situation) => consent.StatusAt(situation.At) switch
    {
        ConsentStatus.Given or ConsentStatus.Renewed => null,
        ConsentStatus.Requested => DecisionReasons.ConsentRequested,
        ConsentStatus.Deferred => DecisionReasons.ConsentDeferred,
        ConsentStatus.Refused => DecisionReasons.ConsentRefused,
        ConsentStatus.Withdrawn => DecisionReasons.ConsentWithdrawn,
        ConsentStatus.Revoked => DecisionReasons.ConsentRevoked,
        ConsentStatus.Invalidated => DecisionReasons.ConsentInvalidated,
        ConsentStatus.Expired => DecisionReasons.ConsentExpired,
        _ when consent.Status is not ConsentStatus.Unknown => DecisionReasons.ConsentNotYetGiven,
        _ => DecisionReasons.ConsentUnknown,
    };

    // The confirmation is asked over an electronic channel, from who may not be the one who filled in the form. What was proven otherwise
    // for a letter or a call, as by a signature, does not wait for it.
    private static bool AwaitsConfirmation(ConsentFacts consent, ProcessingSituation situation) =>
        consent.AwaitsConfirmation
        && !(situation.Channel is MarketingChannel.Post or MarketingChannel.Phone && consent.ProvenChannels.Contains(situation.Channel.Value));

    // What a parent gave stays valid when the child comes of age and does nothing (EDPB Guidelines 05/2020, 149).
    private static DecisionReason? WhyNotByThisPerson(ConsentFacts consent, ProcessingSituation situation) =>
        !situation.AddressesMinors || consent.IsByHolderOfParentalResponsibility ? null
        : situation.SubjectAge is not { } age ? DecisionReasons.AgeUnknown
        : age < situation.AgeOfConsent ? DecisionReasons.MinorWithoutParent
        : null;
}
