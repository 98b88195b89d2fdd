using GdprKit.Samples.Crm.Customers;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Scenarios.Catalogue;
using GdprKit.Samples.Scenarios.Running;
using NodaTime;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>Who comes, buys and goes. Every name is somebody of its own.</summary>
internal sealed class CustomerSteps(Shop shop, CrmDbContext db, CustomerSignUp signUp, CustomerRemoval removal)
{
    private const int AnEmployee = 1;

    [Step(en: "{person} signs up as a customer", nl: "{person} wordt klant | {person} klant wordt")]
    public Task SignUpAsync(string person, CancellationToken cancellationToken) => SignUpAsync(person, Spoken.Now, cancellationToken);

    [Step(en: "{person} signs up on the {language} site", nl: "{person} wordt klant op de {language} site | {person} op de {language} site klant wordt")]
    public async Task SignUpAsync(string person, Language language, CancellationToken cancellationToken)
    {
        var form = new CustomerForm { FirstName = person, LastName = "Voorbeeld", Email = $"{person}@example.org", Address = "Dorpsstraat 1", City = "Utrecht", Country = Countries.Netherlands };
        var customer = await signUp.SignUpAsync(form, language, consent: null, notice: null, cancellationToken);
        Expect.That(customer is not null, $"{person} is a customer already");
        shop.Welcome(person, customer!.CustomerId);
    }

    [Step(en: "{person} comes from an old list, without any date", nl: "{person} komt van een oude lijst, zonder datum | {person} van een oude lijst komt, zonder datum")]
    public async Task ComesFromListAsync(string person, CancellationToken cancellationToken)
    {
        var customer = new Customer { FirstName = person, LastName = "Voorbeeld", Email = $"{person}@example.org" };
        db.Add(customer);
        await db.SaveChangesAsync(cancellationToken);
        shop.Welcome(person, customer.CustomerId);
    }

    [Step(en: "the day on which {person} signed up is filled in: {day}", nl: "de dag wordt ingevuld waarop {person} klant werd: {day}")]
    public async Task FillInSignUpAsync(string person, LocalDate day, CancellationToken cancellationToken)
    {
        (await db.Customers.FindAsync([shop.NumberOf(person)], cancellationToken))!.SignedUpOn = day.ToDateTimeUnspecified();
        await db.SaveChangesAsync(cancellationToken);
    }

    [Step(en: "nobody knows the language of {person}", nl: "de taal van {person} is niet bekend")]
    public async Task HasNoLanguageAsync(string person, CancellationToken cancellationToken)
    {
        (await db.Customers.FindAsync([shop.NumberOf(person)], cancellationToken))!.Language = null;
        await db.SaveChangesAsync(cancellationToken);
    }

    [Step(en: "{person} was born on {day}", nl: "{person} is geboren op {day}")]
    public void IsBornOn(string person, LocalDate day) => shop.Remember(person, day);

    [Step(en: "{person} lives in {country}", nl: "{person} woont in {country}")]
    public async Task LivesInAsync(string person, string country, CancellationToken cancellationToken)
    {
        var known = Countries.Names.SingleOrDefault(name => string.Equals(Countries.DisplayName(name), country, StringComparison.OrdinalIgnoreCase))
            ?? throw new ExpectationException($"the shop does not sell to '{country}', but to {string.Join(", ", Countries.Names.Select(Countries.DisplayName).Order(StringComparer.CurrentCulture))}");
        var customer = await db.Customers.FindAsync([shop.NumberOf(person)], cancellationToken);
        customer!.Country = known;
        await db.SaveChangesAsync(cancellationToken);
    }

    [Step(en: "{person} buys music", nl: "{person} koopt muziek | {person} muziek koopt")]
    public async Task BuyAsync(string person, CancellationToken cancellationToken)
    {
        db.Add(new Invoice { CustomerId = shop.NumberOf(person), InvoiceDate = shop.Now.Date.ToDateTimeUnspecified(), Total = 9.99m });
        await db.SaveChangesAsync(cancellationToken);
    }

    [Step(en: "an employee removes {person}", nl: "een medewerker {person} verwijdert | een medewerker verwijdert {person}")]
    public async Task RemoveAsync(string person, CancellationToken cancellationToken)
    {
        var removed = await removal.RemoveAsync(shop.NumberOf(person), SubjectId.Of(Crm.Gdpr.Crm.Employees, AnEmployee), cancellationToken);
        Expect.That(removed is not null, $"{person} has invoices, or is no customer");
    }

    [Step(en: "{newcomer} has the customer number that {former} had", nl: "{newcomer} heeft het klantnummer dat {former} had | heeft {newcomer} het klantnummer dat {former} had")]
    public void HasTheNumberOf(string newcomer, string former) => Expect.That(
        shop.NumberOf(newcomer) == shop.NumberOf(former), $"{newcomer} has number {shop.NumberOf(newcomer)} and {former} had {shop.NumberOf(former)}");
}
