using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Scenarios.Catalogue;
using GdprKit.Samples.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>Whether the shop may write to somebody, and why. Of the rule for customers it knows who bought something; its form and every mail let people refuse.</summary>
internal sealed class DecisionSteps(Shop shop, CrmDbContext db, ProcessingDecisions decisions, Activities activities)
{
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

    [Step(
        en: "the shop may not mail the address of {person} for {activity}: {reason}",
        nl: "mag de winkel het adres van {person} niet mailen voor {activity}: {reason} | de winkel mag het adres van {person} niet mailen voor {activity}: {reason}")]
    public async Task MayNotMailTheAddressAsync(string person, string activity, string reason, CancellationToken cancellationToken)
    {
        var number = shop.NumberOf(person);
        var address = MarketingAddress.Email((await db.Customers.AsNoTracking().SingleAsync(customer => customer.CustomerId == number, cancellationToken)).Email);
        var decision = await decisions.DecideAsync(shop.PersonOf(person), activities.Called(activity), ProcessingUse.MessageTo(address), cancellationToken);
        Expect.That(!decision.Permitted && Explain(decision) == reason, $"it says: {Explain(decision)}");
    }

    private static string Explain(ProcessingDecision decision) => decision.Explain(Spoken.Now);

    private async Task<ProcessingDecision> DecideAsync(string person, string activity, CancellationToken cancellationToken)
    {
        var number = shop.NumberOf(person);
        var mail = ProcessingUse.MessageOver(MarketingChannel.Email) with
        {
            SoftOptIn = new SoftOptIn
            {
                IsSameLegalEntity = true,
                IsFromSale = await db.Invoices.AnyAsync(invoice => invoice.CustomerId == number, cancellationToken),
                IsAboutOwnSimilarProducts = true,
                WasOptOutOfferedAtCollection = true,
                IsOptOutInEveryMessage = true,
            },
        };
        return await decisions.DecideAsync(shop.PersonOf(person), activities.Called(activity), mail, cancellationToken);
    }
}
