using GdprKit.Ledger;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Scenarios.Catalogue;
using GdprKit.Samples.Scenarios.Running;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>The shop erases somebody who asked for it, at every place, and answers.</summary>
internal sealed class ErasureSteps(
    Shop shop, CrmDbContext db, RightsRequests requests, Erasures erasures, ErasureRunner runner, ErasureCertificates certificates, ISubjectDirectory subjects, ILedgerLog log, SearchIndex index)
{
    private static readonly Operator Agent = Operator.Parse("employee-3");

    private static readonly Operator Manager = Operator.Parse("employee-2");

    [Step(
        en: "the manager grants the erasure of {person} and orders it",
        nl: "de leidinggevende wijst het wissen van {person} toe en geeft opdracht | de leidinggevende het wissen van {person} toewijst en opdracht geeft")]
    public async Task OrderAsync(string person, CancellationToken cancellationToken)
    {
        var asked = await requests.ListAsync(shop.PersonOf(person), cancellationToken)
            .FirstOrDefaultAsync(request => request.IsOpen && request.Kind is RightsRequestKind.Erasure, cancellationToken) ?? throw new ExpectationException($"{person} did not ask to be erased");
        await requests.AcceptAsync(asked.Id, Manager, cancellationToken: cancellationToken);
        await erasures.OrderForAsync(asked.Id, Manager, cancellationToken: cancellationToken);
        shop.Remember(person, asked.Id);
    }

    [Step(en: "the shop erases what it can", nl: "de winkel wist wat weg kan")]
    public async Task EraseAsync(CancellationToken cancellationToken) => await runner.RunAsync(cancellationToken);

    [Step(en: "everybody who has something to do for the erasure of {person} does it", nl: "iedereen die voor het wissen van {person} iets moet doen, doet dat")]
    public async Task DoByHandAsync(string person, CancellationToken cancellationToken)
    {
        foreach (var place in (await OrderOfAsync(person, cancellationToken)).Places.Where(place => place.IsByHand))
        {
            await erasures.RecordAsync(shop.OrderOf(person), new ErasurePlace(place.Kind, place.Key), Agent, cancellationToken: cancellationToken);
        }
    }

    [Step(en: "the letter to {person} says {text}", nl: "zegt de brief aan {person} {text} | de brief aan {person} zegt {text}")]
    public async Task SaysAsync(string person, string text, CancellationToken cancellationToken)
    {
        var letter = await erasures.WriteLetterAsync(shop.OrderOf(person), Spoken.Now, cancellationToken);
        Expect.That(letter.ToPlainText().Contains(text, StringComparison.Ordinal), $"it says: {letter.ToPlainText()}");
    }

    [Step(en: "the shop sends the letter to {person}", nl: "de winkel stuurt {person} de brief | de winkel {person} de brief stuurt")]
    public async Task AnswerAsync(string person, CancellationToken cancellationToken) =>
        await requests.FulfilAsync(shop.OrderOf(person), Agent, RightsFulfilment.ByErasure("We sent a letter."), cancellationToken: cancellationToken);

    [Step(en: "the shop cannot answer {person} yet", nl: "kan de winkel {person} nog niet antwoorden | de winkel kan {person} nog niet antwoorden")]
    public async Task CannotAnswerAsync(string person, CancellationToken cancellationToken)
    {
        try
        {
            await AnswerAsync(person, cancellationToken);
        }
        catch (RightsRequestException refusal) when (refusal.Id is "GDPR1578")
        {
            return;
        }

        throw new ExpectationException("it was answered");
    }

    [Step(en: "the search index does not answer", nl: "de zoekindex geeft geen antwoord")]
    public void Fail() => index.IsDown = true;

    [Step(en: "the search index answers again", nl: "de zoekindex geeft weer antwoord | de zoekindex weer antwoord geeft")]
    public void Recover() => index.IsDown = false;

    [Step(en: "the search index was asked {number} time(s) to erase {person}", nl: "is de zoekindex {number} keer gevraagd {person} te wissen | de zoekindex is {number} keer gevraagd {person} te wissen")]
    public void IsAsked(int number, string person)
    {
        var asked = index.Asked.Count(each => each == shop.PersonOf(person));
        Expect.That(asked == number, $"it was asked {asked} times");
    }

    [Step(en: "the erasure of {person} is done", nl: "is het wissen van {person} klaar | het wissen van {person} is klaar")]
    public async Task IsDoneAsync(string person, CancellationToken cancellationToken)
    {
        var order = await OrderOfAsync(person, cancellationToken);
        Expect.That(order.Status is ErasureOrderStatus.Completed, $"it is {order.Status}: {string.Join(", ", order.Places)}");
    }

    [Step(en: "the erasure of {person} is not done", nl: "is het wissen van {person} niet klaar | het wissen van {person} is niet klaar")]
    public async Task IsUnderWayAsync(string person, CancellationToken cancellationToken)
    {
        var order = await OrderOfAsync(person, cancellationToken);
        Expect.That(order.IsUnderWay, $"it is {order.Status}");
    }

    [Step(en: "the shop has {number} invoice(s) of {person}", nl: "heeft de winkel {number} factu(u)r(en) van {person} | de winkel heeft {number} factu(u)r(en) van {person}")]
    public async Task HasInvoicesAsync(int number, string person, CancellationToken cancellationToken)
    {
        var customer = shop.NumberOf(person);
        var there = await db.Set<Invoice>().CountAsync(invoice => invoice.CustomerId == customer, cancellationToken);
        Expect.That(there == number, $"it has {there}");
    }

    [Step(en: "nothing leads from the log to {person} any more", nl: "leidt niets in het logboek meer naar {person} | niets in het logboek leidt meer naar {person}")]
    public async Task IsUnlinkedAsync(string person, CancellationToken cancellationToken) =>
        Expect.That((await subjects.FindBySubjectAsync([shop.PersonOf(person)], cancellationToken)).IsEmpty, $"{person} is still linked");

    [Step(en: "the certificate of the erasure of {person} holds", nl: "klopt het bewijs van het wissen van {person} | het bewijs van het wissen van {person} klopt")]
    public async Task HoldsAsync(string person, CancellationToken cancellationToken)
    {
        var certificate = ErasureCertificate.FromJson((await certificates.IssueAsync(shop.OrderOf(person), cancellationToken)).ToJson());
        var tip = await log.ReadTipAsync(cancellationToken) ?? throw new ExpectationException("the log is not in order");
        var faults = certificate.Verify(tip.Ledger, new CheckpointClaim(tip.Tree.Size, tip.Tree.Root));
        Expect.That(faults.IsEmpty, $"it does not: {string.Join(", ", faults)}");
    }

    private async Task<ErasureOrder> OrderOfAsync(string person, CancellationToken cancellationToken) => (await erasures.FindAsync(shop.OrderOf(person), cancellationToken))!;
}
