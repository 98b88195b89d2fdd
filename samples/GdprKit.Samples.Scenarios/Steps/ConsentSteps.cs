using GdprKit.Samples.Crm.Centre;
using GdprKit.Samples.Crm.Consent;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Links;
using GdprKit.Samples.Scenarios.Catalogue;
using GdprKit.Samples.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>What people agree to, take back and object to. An activity is called as the privacy notice calls it.</summary>
internal sealed class ConsentSteps(Shop shop, CrmDbContext db, PrivacyNotices notices, Activities activities, PrivacyCentre centre, Confirmations confirmations, SignedLinks links, ConsentForms forms)
{
    private const string OfMinor = "GDPR1206";

    [Step(en: "{person} ticks the box for {activity}", nl: "{person} het vakje voor {activity} aankruist | {person} kruist het vakje voor {activity} aan")]
    public Task AgreeAsync(string person, string activity, CancellationToken cancellationToken) => GiveAsync(person, activity, ConsentActor.Person, cancellationToken);

    [Step(en: "a parent of {person} ticks the box for {activity}", nl: "een ouder van {person} het vakje voor {activity} aankruist | een ouder van {person} kruist het vakje voor {activity} aan")]
    public Task ParentAgreesAsync(string person, string activity, CancellationToken cancellationToken) =>
        GiveAsync(person, activity, ConsentActor.ParentalResponsibility, cancellationToken);

    [Step(en: "newcomers are asked about {activity}", nl: "wordt nieuwe klanten gevraagd naar {activity} | nieuwe klanten wordt gevraagd naar {activity}")]
    public async Task IsAskedAsync(string activity, CancellationToken cancellationToken) => Expect.That(
        await forms.AskAsync(activities.Called(activity), Spoken.Now, cancellationToken: cancellationToken) is not null, "they are not");

    [Step(en: "newcomers are not asked about {activity} yet", nl: "wordt nieuwe klanten nog niet gevraagd naar {activity} | nieuwe klanten wordt nog niet gevraagd naar {activity}")]
    public async Task IsNotAskedAsync(string activity, CancellationToken cancellationToken) => Expect.That(
        await forms.AskAsync(activities.Called(activity), Spoken.Now, cancellationToken: cancellationToken) is null, "they are");

    [Step(en: "{person} may not agree to {activity} without a parent", nl: "{person} mag zonder ouder niet instemmen met {activity} | mag {person} zonder ouder niet instemmen met {activity}")]
    public async Task IsTooYoungAsync(string person, string activity, CancellationToken cancellationToken)
    {
        try
        {
            await GiveAsync(person, activity, ConsentActor.Person, cancellationToken);
        }
        catch (ConsentException refusal) when (refusal.Id == OfMinor)
        {
            return;
        }

        throw new ExpectationException($"{person} agreed, and it was recorded");
    }

    [Step(en: "{person} follows the link in the mail that asks to confirm {activity}", nl: "{person} de link in de mail volgt die vraagt om {activity} te bevestigen | {person} volgt de link in de mail die vraagt om {activity} te bevestigen")]
    public async Task ConfirmAsync(string person, string activity, CancellationToken cancellationToken)
    {
        var customer = shop.PersonOf(person);
        var link = new SignedLink(LinkPurpose.ConfirmConsent, (await db.Gdpr().Subjects.FindBySubjectAsync([customer], cancellationToken))[0].Ref, shop.Now.ToInstant() + ConfirmationMails.LinkWorksFor)
        {
            Topic = activities.Called(activity),
            SentTo = SignedLinks.DigestOf((await CustomerAsync(person, cancellationToken)).Email),
        };
        var confirmation = await confirmations.ConfirmAsync(links.Write(link), cancellationToken);
        Expect.That(confirmation.State is ConfirmationState.Open or ConfirmationState.Done, $"the page behind the link says: {confirmation.State}");
    }

    [Step(en: "{person} unsubscribes from {activity}", nl: "{person} zich afmeldt voor {activity} | {person} meldt zich af voor {activity}")]
    public async Task WithdrawAsync(string person, string activity, CancellationToken cancellationToken) =>
        await db.Gdpr().Consents.WithdrawAsync(shop.PersonOf(person), activities.Called(activity), ConsentSignal.ByPersonOnline, cancellationToken);

    [Step(en: "{person} objects to all advertising", nl: "{person} bezwaar maakt tegen alle reclame | {person} maakt bezwaar tegen alle reclame")]
    public async Task ObjectAsync(string person, CancellationToken cancellationToken) =>
        await centre.RefuseMarketingAsync(shop.PersonOf(person), cancellationToken);

    [Step(en: "an old list is imported on which {person} agreed to {activity}", nl: "een oude lijst wordt ingelezen waarop {person} instemde met {activity} | er wordt een oude lijst ingelezen waarop {person} instemde met {activity}")]
    public async Task ImportAsync(string person, string activity, CancellationToken cancellationToken)
    {
        var consents = db.Gdpr().Consents;
        var item = new ImportedConsent
        {
            Subject = shop.PersonOf(person),
            Topic = activities.Called(activity),
            GivenAt = shop.Now.ToInstant(),
            Confirmed = [MarketingChannel.Email],
            Addresses = [AddressOf(person)],
        };
        var import = await consents.ImportAsync([item], ConsentSource.Of("The list of the former mail program.", shop.Now.ToInstant(), AgreedRegister.Today), null, cancellationToken);
        shop.LastImport = import;
    }

    [Step(en: "the answer of {person} on the list does not count", nl: "telt het antwoord van {person} op de lijst niet | het antwoord van {person} op de lijst telt niet")]
    public void DoesNotCount(string person) => Expect.That(shop.LastImport.Imported == 0, $"{person} is recorded as who agreed");

    [Step(en: "the address of {person} is on the list of those who want no advertising", nl: "het adres van {person} staat op de lijst van wie geen reclame wil | het adres van {person} op de lijst komt van wie geen reclame wil")]
    public async Task SuppressAsync(string person, CancellationToken cancellationToken) =>
        await db.Gdpr().Suppression.AddAsync([AddressOf(person)], SuppressionCause.Objection, cancellationToken: cancellationToken);

    private async Task GiveAsync(string person, string activity, ConsentActor by, CancellationToken cancellationToken)
    {
        var consents = db.Gdpr().Consents;
        var topic = activities.Called(activity);
        var evidence = new ConsentEvidence
        {
            By = by,
            Medium = ConsentMedium.Website,
            Mechanism = ConsentMechanism.Checkbox,
            Wording = consents.Question(topic, Spoken.Now),
            Notice = notices.In(Spoken.Now).Digest,
            Age = shop.AgeOf(person),
            Country = Countries.CodeOf((await CustomerAsync(person, cancellationToken)).Country),
        };
        await consents.GiveAsync(shop.PersonOf(person), topic, evidence, cancellationToken);
    }

    private Task<Customer> CustomerAsync(string person, CancellationToken cancellationToken)
    {
        var number = shop.NumberOf(person);
        return db.Customers.AsNoTracking().SingleAsync(customer => customer.CustomerId == number, cancellationToken);
    }

    private static MarketingAddress AddressOf(string person) => MarketingAddress.Email($"{person}@example.org");
}
