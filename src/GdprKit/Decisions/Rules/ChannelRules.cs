namespace GdprKit.Decisions;

/// <summary>Marketing over an electronic channel needs consent or an existing customer (art. 13 ePrivacy Directive, art. 11.7 Telecommunicatiewet).</summary>
internal static class ChannelRules
{
    public static DecisionReason? Undeclared(ProcessingSituation situation) =>
        situation is { IsDirectMarketing: true, Channel: not null, IsChannelDeclared: false } ? DecisionReasons.ChannelUndeclared : null;

    // Under consent the consent itself is asked for the channel.
    public static DecisionReason? Unsolicited(ProcessingSituation situation) =>
        !IsElectronicMarketing(situation) || situation.Basis is LawfulBasis.Consent || IsAgreedTo(situation) || situation.SoftOptIn is { IsComplete: true } ? null
        : situation.SoftOptIn is null ? DecisionReasons.MarketingUnsolicited
        : DecisionReasons.SoftOptInIncomplete;

    // Since 1 July 2021 a call by a person to a person is opt-in in the Netherlands as well; a letter is not.
    public static bool IsElectronicMarketing(ProcessingSituation situation) =>
        situation is { IsDirectMarketing: true, IsStoringOnly: false, Channel: not (null or MarketingChannel.Post) };

    private static bool IsAgreedTo(ProcessingSituation situation) =>
        ConsentRules.WhyNotValid(situation) is null && ConsentRules.WhyNotOverChannel(situation) is null;
}
