namespace GdprKit.Decisions;

/// <summary>Marketing over an electronic channel needs consent or an existing customer (art. 13 ePrivacy Directive, art. 11.7 Telecommunicatiewet).</summary>
internal static class ChannelRules
{
    public static DecisionReason? Undeclared(ProcessingSituation situation) =>
        situation is { IsDirectMarketing: true, Channel: not null, IsChannelDeclared: false } ? DecisionReasons.ChannelUndeclared : null;

    // Under consent the consent itself is asked for the channel.
    public static DecisionReason? Unsolicited(ProcessingSituation situation) =>
        !IsElectronicMarketing(situation) || situation.Basis is LawfulBasis.Consent || IsAgreedTo(situation) || IsToCustomer(situation) ? null
        : situation.SoftOptIn is null || situation.Channel?.IsElectronicMail() is not true ? DecisionReasons.MarketingUnsolicited
        : DecisionReasons.SoftOptInIncomplete;

    // Since 1 July 2021 a call by a person to a person is opt-in in the Netherlands as well; a letter is not.
    public static bool IsElectronicMarketing(ProcessingSituation situation) =>
        situation is { IsDirectMarketing: true, IsStoringOnly: false, Channel: not (null or MarketingChannel.Post) };

    /// <summary>Whether the rule for existing customers permits it; it is about electronic mail, so a call is agreed to or not made.</summary>
    public static bool IsToCustomer(ProcessingSituation situation) =>
        IsElectronicMarketing(situation) && situation is { Channel: { } channel, Basis: not LawfulBasis.Consent, SoftOptIn.IsComplete: true } && channel.IsElectronicMail();

    private static bool IsAgreedTo(ProcessingSituation situation) =>
        ConsentRules.WhyNotValid(situation) is null && ConsentRules.WhyNotOverChannel(situation) is null;
}
