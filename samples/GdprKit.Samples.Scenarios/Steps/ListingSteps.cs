using GdprKit.Samples.Crm.Customers;
using GdprKit.Samples.Scenarios.Running;
using NodaTime;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>Somebody else signs customers up, and by when those must be told (Art. 14).</summary>
internal sealed class ListingSteps(Shop shop, CustomerListing listing, ObtainedPeople obtained)
{
    [Step(en: "a society signs {person} up, on a list of {day}", nl: "een vereniging {person} aanmeldt, op een lijst van {day} | een vereniging meldt {person} aan, op een lijst van {day}")]
    public async Task SignUpAsync(string person, LocalDate day, CancellationToken cancellationToken)
    {
        var listed = new ListedCustomer { FirstName = person, LastName = "Voorbeeld", Email = $"{person}@example.org" };
        var added = await listing.AddAsync([listed], "Muziekvereniging De Notenbalk", day, cancellationToken);
        Expect.That(added.Count == 1, $"{person} is a customer already");
        shop.Welcome(person, added[0].CustomerId);
    }

    [Step(en: "{person} must be told by {day}", nl: "moet {person} uiterlijk op {day} zijn ingelicht | {person} moet uiterlijk op {day} zijn ingelicht")]
    public async Task IsDueAsync(string person, LocalDate day, CancellationToken cancellationToken)
    {
        var due = await DueAsync(person, cancellationToken);
        Expect.That(due?.DueOn == day, due is null ? $"{person} need not be told" : $"it is by {due.DueOn}");
    }

    [Step(en: "{person} need not be told within a month", nl: "hoeft {person} niet binnen een maand te worden ingelicht | {person} hoeft niet binnen een maand te worden ingelicht")]
    public async Task IsNotDueAsync(string person, CancellationToken cancellationToken)
    {
        var due = await DueAsync(person, cancellationToken);
        Expect.That(due is null, $"it must be, by {due?.DueOn}");
    }

    [Step(en: "the shop is too late for {number} of them", nl: "is de winkel voor {number} van hen te laat | de winkel is voor {number} van hen te laat")]
    public async Task AreOverdueAsync(int number, CancellationToken cancellationToken)
    {
        var report = await obtained.ReportAsync(cancellationToken);
        Expect.That(report.Overdue == number, $"it is {report.Overdue} of {report.Untold}");
    }

    private ValueTask<ObtainedPerson?> DueAsync(string person, CancellationToken cancellationToken) =>
        obtained.ReadAsync(cancellationToken).SingleOrDefaultAsync(due => due.Subject == shop.PersonOf(person), cancellationToken);
}
