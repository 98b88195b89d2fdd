using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Scenarios.Catalogue;
using GdprKit.Samples.Scenarios.Running;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>What people agree to, take back and object to. An activity is called as the privacy notice calls it.</summary>
internal sealed class ConsentSteps(Shop shop, CrmDbContext db, PrivacyNotices notices, Activities activities)
{
    [Step(en: "{person} ticks the box for {activity}", nl: "{person} het vakje voor {activity} aankruist | {person} kruist het vakje voor {activity} aan")]
    public async Task AgreeAsync(string person, string activity, CancellationToken cancellationToken)
    {
        var consents = db.Gdpr().Consents;
        var topic = activities.Called(activity);
        var evidence = new ConsentEvidence
        {
            By = ConsentActor.Person,
            Medium = ConsentMedium.Website,
            Mechanism = ConsentMechanism.Checkbox,
            Wording = consents.Question(topic, Spoken.Now),
            Notice = notices.In(Spoken.Now).Digest,
        };
        await consents.GiveAsync(shop.PersonOf(person), topic, evidence, cancellationToken);
    }

    [Step(en: "{person} follows the link in the mail that asks to confirm {activity}", nl: "{person} de link in de mail volgt die vraagt om {activity} te bevestigen | {person} volgt de link in de mail die vraagt om {activity} te bevestigen")]
    public async Task ConfirmAsync(string person, string activity, CancellationToken cancellationToken) =>
        await db.Gdpr().Consents.ConfirmAsync(shop.PersonOf(person), activities.Called(activity), MarketingChannel.Email, cancellationToken);

    [Step(en: "{person} unsubscribes from {activity}", nl: "{person} zich afmeldt voor {activity} | {person} meldt zich af voor {activity}")]
    public async Task WithdrawAsync(string person, string activity, CancellationToken cancellationToken) =>
        await db.Gdpr().Consents.WithdrawAsync(shop.PersonOf(person), activities.Called(activity), ConsentSignal.ByPersonOnline, cancellationToken);

    [Step(en: "{person} objects to all advertising", nl: "{person} bezwaar maakt tegen alle reclame | {person} maakt bezwaar tegen alle reclame")]
    public async Task ObjectAsync(string person, CancellationToken cancellationToken) =>
        await db.Gdpr().Objections.ObjectToMarketingAsync(shop.PersonOf(person), at: null, cancellationToken);

    [Step(en: "an old list is imported on which {person} agreed to {activity}", nl: "een oude lijst wordt ingelezen waarop {person} instemde met {activity} | er wordt een oude lijst ingelezen waarop {person} instemde met {activity}")]
    public async Task ImportAsync(string person, string activity, CancellationToken cancellationToken)
    {
        var consents = db.Gdpr().Consents;
        var item = new ImportedConsent { Subject = shop.PersonOf(person), Topic = activities.Called(activity), GivenAt = shop.Now.ToInstant(), Confirmed = [MarketingChannel.Email] };
        var import = await consents.ImportAsync([item], ConsentSource.Of("The list of the former mail program.", shop.Now.ToInstant()), null, cancellationToken);
        shop.LastImport = import;
    }

    [Step(en: "the answer of {person} on the list does not count", nl: "telt het antwoord van {person} op de lijst niet | het antwoord van {person} op de lijst telt niet")]
    public void DoesNotCount(string person) => Expect.That(shop.LastImport.Imported == 0, $"{person} is recorded as who agreed");

    [Step(en: "the address of {person} is on the list of those who want no advertising", nl: "het adres van {person} staat op de lijst van wie geen reclame wil")]
    public async Task SuppressAsync(string person, CancellationToken cancellationToken) =>
        await db.Gdpr().Suppression.AddAsync([MarketingAddress.Email($"{person}@example.org")], SuppressionCause.Objection, cancellationToken: cancellationToken);
}
