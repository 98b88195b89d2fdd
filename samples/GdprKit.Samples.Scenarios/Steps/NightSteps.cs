using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Scenarios.Running;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>What the shop clears away by itself at night, and what it leaves to somebody.</summary>
internal sealed class NightSteps(Shop shop, DataRetention retention, AutomaticApproval automatic, RetentionRunner runner)
{
    [Step(en: "it is time for the nightly clean-up", nl: "het nachtelijke opruimen aan de beurt is | het nachtelijke opruimen is aan de beurt")]
    public async Task CleanUpAsync(CancellationToken cancellationToken)
    {
        shop.LastNight = await automatic.DecideAsync(cancellationToken);
        await runner.RunAsync(cancellationToken);
    }

    [Step(en: "the clean-up waits, because the rules are new", nl: "wacht het opruimen, omdat de regels nieuw zijn | het opruimen wacht, omdat de regels nieuw zijn")]
    public void Waits() => Expect.That(shop.LastNight is AutomaticOutcome.NewRules, $"it came to {shop.LastNight}");

    [Step(
        en: "the clean-up leaves it to the manager, because it would be too much",
        nl: "laat het opruimen het aan de leidinggevende over, omdat het te veel zou zijn | het opruimen laat het aan de leidinggevende over, omdat het te veel zou zijn")]
    public void IsTooMuch() => Expect.That(shop.LastNight is AutomaticOutcome.TooMuch, $"it came to {shop.LastNight}");

    [Step(en: "the manager sees that customers would go", nl: "ziet de leidinggevende dat er klanten weg zouden gaan | de leidinggevende ziet dat er klanten weg zouden gaan")]
    public async Task WouldGoAsync(CancellationToken cancellationToken) => Expect.That((await CustomersAsync(cancellationToken)).RowsToGo > 0, "none would");

    [Step(en: "the manager sees that no customer would go", nl: "ziet de leidinggevende dat er geen klant weg zou gaan | de leidinggevende ziet dat er geen klant weg zou gaan")]
    public async Task WouldStayAsync(CancellationToken cancellationToken)
    {
        var customers = await CustomersAsync(cancellationToken);
        Expect.That(customers.RowsToGo == 0, $"{customers.RowsToGo} would");
    }

    [Step(
        en: "the manager sees {number} customer(s) of whom no date is known",
        nl: "ziet de leidinggevende {number} klant(en) van wie geen datum bekend is | de leidinggevende ziet {number} klant(en) van wie geen datum bekend is")]
    public async Task IsReportedAsync(int number, CancellationToken cancellationToken)
    {
        var reported = (await CustomersAsync(cancellationToken)).Groups.Max(group => group.Unresolved.Sum(unresolved => unresolved.Rows));
        Expect.That(reported == number, $"it is {reported}");
    }

    private async Task<EntityPreview> CustomersAsync(CancellationToken cancellationToken) =>
        (await retention.PreviewAsync(cancellationToken)).Entities.First(entity => entity.Entity == typeof(Customer).FullName);
}
