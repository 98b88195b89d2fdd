namespace GdprKit;

/// <summary>What is declared about consent and about existing customers can be kept.</summary>
internal static class ConsentCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register) => register.Activities.SelectMany(Find);

    private static IEnumerable<RegisterFault> Find(ProcessingActivity activity)
    {
        var path = RegisterPath.Of(activity);
        if (activity.Consent is { } terms)
        {
            // Which basis was meant is not known when none is declared, and that is another fault.
            if (activity is { AsksConsent: false, Basis: not null })
            {
                yield return RegisterFaults.ConsentTermsNeedless($"{path}/consent");
            }

            foreach (var channel in terms.DoubleOptIn.Where(channel => channel is not MarketingChannel.Unspecified && !activity.Marketing.Contains(channel)))
            {
                yield return RegisterFaults.ConfirmationOfNoChannel($"{path}/consent/doubleOptIn", channel);
            }

            if (terms.PerChannel && activity.Marketing.Count < 2)
            {
                yield return RegisterFaults.NoChannelsApart($"{path}/consent/perChannel");
            }
        }

        if (activity is { SoftOptIn: true, Basis: not (null or LawfulBasis.LegitimateInterest) })
        {
            yield return RegisterFaults.SoftOptInOnAnotherBasis($"{path}/softOptIn");
        }

        if (activity.SoftOptIn && !activity.Marketing.Any(MarketingChannels.IsElectronicMail))
        {
            yield return RegisterFaults.SoftOptInOverNoElectronicChannel($"{path}/softOptIn");
        }
    }
}
