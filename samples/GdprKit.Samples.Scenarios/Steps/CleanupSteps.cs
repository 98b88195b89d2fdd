using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Privacy;
using GdprKit.Samples.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>What goes once its period has passed, and what keeps it.</summary>
internal sealed class CleanupSteps(Shop shop, CrmDbContext db, DataRetention retention, RetentionRuns runs, RetentionRunner runner, LegalHolds holds, KeptData kept, KeptDataView view)
{
    private static readonly Operator Manager = Operator.Parse("employee-2");

    [Step(en: "the manager approves the clean-up and it is done", nl: "de leidinggevende het opruimen goedkeurt en het gebeurt | de leidinggevende keurt het opruimen goed en het gebeurt")]
    public async Task CleanUpAsync(CancellationToken cancellationToken)
    {
        var preview = await retention.PreviewAsync(cancellationToken);
        if (!runs.IsApprovable(preview))
        {
            return;
        }

        await runs.ApproveAsync(preview.Digest, Manager, cancellationToken);
        var run = (await runner.RunAsync(cancellationToken)).Run?.Run;
        Expect.That(run is { Status: RunStatus.Completed or RunStatus.Incomplete }, $"it is {run?.Status}, because of {run?.Reason}");
    }

    [Step(en: "a hold is placed on {person}", nl: "er een verwijderstop op {person} komt | er komt een verwijderstop op {person}")]
    public async Task HoldAsync(string person, CancellationToken cancellationToken) => await holds.PlaceAsync(
        new HoldScope.Person(shop.PersonOf(person)), HoldGround.LegalClaims, Manager, "A record that skips", shop.Now.Date.PlusMonths(12), cancellationToken: cancellationToken);

    [Step(en: "the hold on {person} is lifted", nl: "de verwijderstop op {person} wordt opgeheven")]
    public async Task LiftAsync(string person, CancellationToken cancellationToken) =>
        await LiftAsync(new HoldScope.Person(shop.PersonOf(person)), cancellationToken);

    [Step(en: "the invoices since 2025 are put on hold", nl: "de facturen sinds 2025 krijgen een verwijderstop")]
    public async Task HoldInvoicesAsync(CancellationToken cancellationToken) =>
        await holds.PlaceAsync(Invoices, HoldGround.Investigation, Manager, "An audit", shop.Now.Date.PlusMonths(12), cancellationToken: cancellationToken);

    [Step(en: "the hold on the invoices since 2025 is over", nl: "de verwijderstop op de facturen sinds 2025 voorbij is")]
    public async Task LiftInvoicesAsync(CancellationToken cancellationToken) => await LiftAsync(Invoices, cancellationToken);

    [Step(en: "{person} is gone from the shop", nl: "is {person} weg uit de winkel | {person} is weg uit de winkel")]
    public async Task IsGoneAsync(string person, CancellationToken cancellationToken) =>
        Expect.That(!await IsThereAsync(person, cancellationToken), $"{person} is still a customer");

    [Step(en: "{person} is still a customer", nl: "is {person} nog klant | {person} is nog klant")]
    public async Task IsStillThereAsync(string person, CancellationToken cancellationToken) =>
        Expect.That(await IsThereAsync(person, cancellationToken), $"{person} is gone");

    [Step(en: "the shop has no {field} of {person} any more", nl: "heeft de winkel geen {field} van {person} meer | de winkel heeft geen {field} van {person} meer")]
    public async Task HasNoMoreAsync(string field, string person, CancellationToken cancellationToken) =>
        Expect.That(await ValueAsync(field, person, cancellationToken) is null, $"it is there still");

    [Step(en: "the shop still has the {field} of {person}", nl: "heeft de winkel het {field} van {person} nog | heeft de winkel de {field} van {person} nog | de winkel heeft het {field} van {person} nog")]
    public async Task StillHasAsync(string field, string person, CancellationToken cancellationToken) =>
        Expect.That(await ValueAsync(field, person, cancellationToken) is not null, $"it is gone");

    private HoldScope Invoices => holds.Queries.Single(query => query.Scope.Key == Crm.Gdpr.Crm.InvoicesSince2025).Scope;

    private async Task LiftAsync(HoldScope scope, CancellationToken cancellationToken)
    {
        var hold = (await holds.FindAsync(scope, cancellationToken))?.Holds is [var standing, ..] ? standing.Id : throw new ExpectationException("no such hold stands");
        await holds.LiftAsync(scope, hold, Manager, "Settled.", cancellationToken);
    }

    private async Task<bool> IsThereAsync(string person, CancellationToken cancellationToken)
    {
        var number = shop.NumberOf(person);
        return await db.Customers.AnyAsync(customer => customer.CustomerId == number, cancellationToken);
    }

    private async Task<object?> ValueAsync(string field, string person, CancellationToken cancellationToken)
    {
        var tables = await kept.OfAsync(shop.PersonOf(person), cancellationToken);
        var fields = tables.Where(table => table.IsThePerson).SelectMany(table => table.Groups).SelectMany(group => group.Fields).ToList();
        return (fields.Find(each => string.Equals(view.NameOf(each.Property), field, StringComparison.OrdinalIgnoreCase))
            ?? throw new ExpectationException($"{person} has no '{field}', but {string.Join(", ", fields.Select(each => $"'{view.NameOf(each.Property)}'"))}")).Value;
    }
}
