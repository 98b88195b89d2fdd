using GdprKit.Samples.Crm.Customers;
using GdprKit.Samples.Scenarios.Catalogue;
using GdprKit.Samples.Scenarios.Running;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>Who wants the newsletter and nothing else.</summary>
internal sealed class ReaderSteps(Shop shop, CustomerSignUp signUp)
{
    [Step(en: "{person} signs up for the newsletter only", nl: "{person} geeft zich alleen op voor de nieuwsbrief | {person} zich alleen opgeeft voor de nieuwsbrief")]
    public async Task SubscribeAsync(string person, CancellationToken cancellationToken)
    {
        var form = new ReaderForm { FirstName = person, LastName = "Voorbeeld", Email = $"{person}@example.org" };
        var reader = await signUp.SubscribeAsync(form, Spoken.Now, consent: null, notice: null, cancellationToken);
        Expect.That(reader is not null, $"{person} is known already");
        shop.Welcome(person, reader!.CustomerId);
    }
}
