namespace GdprKit;

internal static partial class RegisterFaults
{
    public static RegisterFault ConsentTermsNeedless(string path) => new(
        path, RegisterFaultMessages.ConsentTermsNeedless,
        "The activity says how consent is asked, but rests on another basis.",
        "Remove it, or rest the activity on consent; asking for consent and going on without it misleads people (Art. 5(1)(a)).");

    public static RegisterFault ConfirmationOfNoChannel(string path, MarketingChannel channel) => new(
        path, RegisterFaultMessages.ConfirmationOfNoChannel,
        $"Consent is to be confirmed over the channel '{SpecificationCheck.NameOf(channel)}', over which the activity sends nothing.",
        "Add the channel with Marketing(channels) or 'marketing', or remove it here.");

    public static RegisterFault NoChannelsApart(string path) => new(
        path, RegisterFaultMessages.NoChannelsApart,
        "Consent is to be asked for each channel apart, and there are fewer than two.",
        "Declare the channels with Marketing(channels) or 'marketing', or remove it.");

    public static RegisterFault SoftOptInOnAnotherBasis(string path) => new(
        path, RegisterFaultMessages.SoftOptInOnAnotherBasis,
        "The activity relies on the rule for existing customers (art. 13(2) ePrivacy Directive; in the Netherlands art. 11.7(3) Tw), but does not rest on a legitimate interest.",
        "Rest it on OnLegitimateInterest(nl, en), or remove SoftOptIn(): who consented needs no such rule.");

    public static RegisterFault SoftOptInOverNoElectronicChannel(string path) => new(
        path, RegisterFaultMessages.SoftOptInOverNoElectronicChannel,
        "The activity relies on the rule for existing customers, which is about electronic messages, and has no such channel.",
        "Declare Marketing(MarketingChannel.Email) or MarketingChannel.TextMessage, or remove SoftOptIn(): letters need no such rule.");
}
