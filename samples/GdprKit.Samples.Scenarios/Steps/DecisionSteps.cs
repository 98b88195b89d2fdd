using GdprKit.Samples.Scenarios.Catalogue;
using GdprKit.Samples.Scenarios.Running;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>Whether the shop may write to somebody, and why. Of customers it knows that they bought something, and that every mail lets them refuse.</summary>
internal sealed class DecisionSteps(Shop shop, ProcessingDecisions decisions, Activities activities)
{
    private static readonly ProcessingUse Mail = ProcessingUse.MessageOver(MarketingChannel.Email) with
    {
        SoftOptIn = new SoftOptIn { IsSameLegalEntity = true, IsFromSale = true, IsAboutOwnSimilarProducts = true, WasOptOutOfferedAtCollection = true, IsOptOutInEveryMessage = true },
    };

    [Step(en: "the shop may mail {person} for {activity}", nl: "mag de winkel {person} mailen voor {activity} | de winkel mag {person} mailen voor {activity}")]
    public async Task MayAsync(string person, string activity, CancellationToken cancellationToken)
    {
        var decision = await DecideAsync(person, activity, cancellationToken);
        Expect.That(decision.Permitted, $"it may not: {Explain(decision)}");
    }

    [Step(en: "the shop may not mail {person} for {activity}: {reason}", nl: "mag de winkel {person} niet mailen voor {activity}: {reason} | de winkel mag {person} niet mailen voor {activity}: {reason}")]
    public async Task MayNotAsync(string person, string activity, string reason, CancellationToken cancellationToken)
    {
        var decision = await DecideAsync(person, activity, cancellationToken);
        Expect.That(!decision.Permitted && Explain(decision) == reason, $"it says: {Explain(decision)}");
    }

    private static string Explain(ProcessingDecision decision) => decision.Explain(Spoken.Now);

    private async Task<ProcessingDecision> DecideAsync(string person, string activity, CancellationToken cancellationToken) =>
        await decisions.DecideAsync(shop.PersonOf(person), activities.Called(activity), Mail, cancellationToken);
}
