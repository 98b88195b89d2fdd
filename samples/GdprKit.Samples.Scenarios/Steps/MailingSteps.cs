using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>A mailing: whom it is prepared for, by one statement, and who gets it, by the last question before each mail is sent.</summary>
internal sealed class MailingSteps(Shop shop, CrmDbContext db, ProcessingDecisions decisions, Activities activities)
{
    [Step(en: "the shop prepares a mailing of {activity}", nl: "de winkel een mailing van {activity} klaarzet | de winkel zet een mailing van {activity} klaar")]
    public async Task PrepareAsync(string activity, CancellationToken cancellationToken)
    {
        var topic = activities.Called(activity);
        shop.Mailing = new Mailing(
            topic,
            await (await db.Customers.WherePermittedAsync(db.Gdpr(), topic, ProcessingUse.MessageOver(MarketingChannel.Email), cancellationToken)).ToDictionaryAsync(customer => customer.CustomerId, customer => customer.Email, cancellationToken));
    }

    [Step(en: "the mailing is sent", nl: "de mailing wordt verstuurd | de mailing verstuurd wordt | wordt de mailing verstuurd")]
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var mailing = shop.Mailing;
        foreach (var (number, address) in mailing.Queued)
        {
            var use = ProcessingUse.MessageTo(MarketingAddress.Email(address)) with { IsStrict = true };
            mailing.Outcomes[number] = await decisions.DecideAsync(SubjectId.Of(Crm.Gdpr.Crm.Customers, number), mailing.Activity, use, cancellationToken);
        }
    }

    [Step(en: "{person} is on the list of the mailing", nl: "staat {person} op de lijst van de mailing | {person} staat op de lijst van de mailing")]
    public void IsQueued(string person) => Expect.That(shop.Mailing.Queued.ContainsKey(shop.NumberOf(person)), $"{person} is not on the list");

    [Step(en: "{person} is not on the list of the mailing", nl: "staat {person} niet op de lijst van de mailing | {person} staat niet op de lijst van de mailing")]
    public void IsNotQueued(string person) => Expect.That(!shop.Mailing.Queued.ContainsKey(shop.NumberOf(person)), $"{person} is on the list");

    [Step(en: "{person} gets the mailing", nl: "krijgt {person} de mailing | {person} krijgt de mailing")]
    public void Gets(string person)
    {
        var outcome = shop.Mailing.OutcomeOf(shop.NumberOf(person), person);
        Expect.That(outcome.Permitted, $"it was not sent: {outcome.Explain(Catalogue.Spoken.Now)}");
    }

    [Step(en: "{person} does not get the mailing: {reason}", nl: "krijgt {person} de mailing niet: {reason} | {person} krijgt de mailing niet: {reason}")]
    public void DoesNotGet(string person, string reason)
    {
        var outcome = shop.Mailing.OutcomeOf(shop.NumberOf(person), person);
        var explained = outcome.Explain(Catalogue.Spoken.Now);
        Expect.That(!outcome.Permitted && explained == reason, $"it says: {explained}");
    }
}
