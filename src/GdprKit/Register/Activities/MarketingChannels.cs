namespace GdprKit;

/// <summary>What the law tells apart of the channels.</summary>
internal static class MarketingChannels
{
    /// <summary>
    /// Whether a message over it is electronic mail, of which alone the rule for existing customers speaks (art. 2(h) and 13(2) ePrivacy
    /// Directive): a call is none.
    /// </summary>
    public static bool IsElectronicMail(this MarketingChannel channel) => channel is MarketingChannel.Email or MarketingChannel.TextMessage;
}
