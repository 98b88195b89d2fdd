using GdprKit.Ledger;
using GdprKit.Samples.Crm.Centre;
using GdprKit.Samples.Crm.Requests;
using GdprKit.Samples.Scenarios.Running;
using NodaTime;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>What somebody asks about their data, and how the shop answers in time.</summary>
internal sealed class RequestSteps(Shop shop, RightsRequests requests, CentreRequests centre, RightsChoices choices)
{
    private const string TooLateToExtend = "GDPR1520";

    private const string NotToBeAsked = "GDPR1516";

    private static readonly Operator Agent = Operator.Parse("employee-3");

    private static readonly Operator Manager = Operator.Parse("employee-2");

    [Step(en: "{person} asks for access", nl: "{person} vraagt om inzage | {person} om inzage vraagt")]
    public async Task AskForAccessAsync(string person, CancellationToken cancellationToken) => await AskAsync(person, "access", cancellationToken);

    [Step(en: "{person} asks to be erased", nl: "{person} vraagt om gewist te worden | {person} om wissen vraagt")]
    public async Task AskForErasureAsync(string person, CancellationToken cancellationToken) => await AskAsync(person, "erasure", cancellationToken);

    [Step(en: "a letter in the name of {person} asks for access", nl: "een brief op naam van {person} vraagt om inzage | een brief op naam van {person} om inzage vraagt")]
    public async Task WriteAsync(string person, CancellationToken cancellationToken) => await requests.ReceiveAsync(
        new RightsRequestIntake { Kind = RightsRequestKind.Access, Through = RightsRequestChannel.Letter, EnteredBy = Agent }, shop.PersonOf(person), cancellationToken: cancellationToken);

    [Step(en: "the day to aim at for {person} is {day}", nl: "is de streefdag voor {person} {day} | de streefdag voor {person} is {day}")]
    public async Task IsAimedAtAsync(string person, LocalDate day, CancellationToken cancellationToken)
    {
        var request = await FirstAsync(person, cancellationToken);
        Expect.That(request.NominalDue == day, $"it is {request.NominalDue}");
    }

    [Step(en: "the last day for {person} is {day}", nl: "is de uiterste dag voor {person} {day} | de uiterste dag voor {person} is {day}")]
    public async Task IsDueAsync(string person, LocalDate day, CancellationToken cancellationToken)
    {
        var request = await FirstAsync(person, cancellationToken);
        Expect.That(request.Due == day, $"it is {request.Due}");
    }

    [Step(en: "{person} is overdue", nl: "is het antwoord aan {person} te laat | het antwoord aan {person} is te laat")]
    public async Task IsOverdueAsync(string person, CancellationToken cancellationToken) =>
        Expect.That(await requests.ListOverdueAsync(cancellationToken).AnyAsync(each => each.Person == shop.PersonOf(person), cancellationToken), $"it is in time");

    [Step(en: "the answer to {person} is still in time", nl: "is het antwoord aan {person} nog op tijd | het antwoord aan {person} is nog op tijd")]
    public async Task IsInTimeAsync(string person, CancellationToken cancellationToken) =>
        Expect.That(!await requests.ListOverdueAsync(cancellationToken).AnyAsync(each => each.Person == shop.PersonOf(person), cancellationToken), $"it is overdue");

    [Step(en: "an employee tells {person} why it takes longer", nl: "een medewerker vertelt {person} waarom het langer duurt | een medewerker {person} vertelt waarom het langer duurt")]
    public async Task ExtendAsync(string person, CancellationToken cancellationToken) =>
        await requests.ExtendAsync((await FirstAsync(person, cancellationToken)).Id, Agent, "There are four archives.", cancellationToken: cancellationToken);

    [Step(en: "it is too late to tell {person} that it takes longer", nl: "is het te laat om {person} te vertellen dat het langer duurt | het is te laat om {person} te vertellen dat het langer duurt")]
    public Task CannotExtendAsync(string person, CancellationToken cancellationToken) => RefusedAsync(TooLateToExtend, () => ExtendAsync(person, cancellationToken));

    [Step(en: "an employee doubts that it is {person} and asks", nl: "een medewerker twijfelt of het {person} is en vraagt ernaar | een medewerker twijfelt of het {person} is en ernaar vraagt")]
    public async Task DoubtAsync(string person, CancellationToken cancellationToken) =>
        await requests.AskIdentityAsync((await FirstAsync(person, cancellationToken)).Id, Agent, "It came from an address that is not known.", cancellationToken: cancellationToken);

    [Step(en: "nobody may ask {person} to show who it is", nl: "mag niemand {person} vragen wie het is | niemand mag {person} vragen wie het is")]
    public Task CannotDoubtAsync(string person, CancellationToken cancellationToken) => RefusedAsync(NotToBeAsked, () => DoubtAsync(person, cancellationToken));

    [Step(en: "{person} shows who it is", nl: "{person} laat zien wie het is | {person} laat zien wie hij is")]
    public async Task ShowAsync(string person, CancellationToken cancellationToken) =>
        await requests.ConfirmIdentityAsync((await FirstAsync(person, cancellationToken)).Id, Agent, cancellationToken: cancellationToken);

    [Step(en: "the period of {person} stands still", nl: "staat de termijn van {person} stil | de termijn van {person} staat stil")]
    public async Task StandsStillAsync(string person, CancellationToken cancellationToken) => Expect.That((await FirstAsync(person, cancellationToken)).IsWaiting, $"it runs");

    [Step(
        en: "the manager grants the request of {person} and the shop answers",
        nl: "de leidinggevende wijst het verzoek van {person} toe en de winkel antwoordt | de leidinggevende het verzoek van {person} toewijst en de winkel antwoordt")]
    public async Task AnswerAsync(string person, CancellationToken cancellationToken)
    {
        var id = (await FirstAsync(person, cancellationToken)).Id;
        await requests.AcceptAsync(id, Manager, cancellationToken: cancellationToken);
        await requests.FulfilAsync(id, Agent, RightsFulfilment.ByHand("A copy was sent."), cancellationToken: cancellationToken);
    }

    [Step(
        en: "the manager handles the last request of {person} with the first",
        nl: "de leidinggevende behandelt het laatste verzoek van {person} met het eerste | de leidinggevende het laatste verzoek van {person} met het eerste behandelt")]
    public async Task MergeAsync(string person, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(person, cancellationToken);
        await requests.MergeAsync(open[^1].Id, open[0].Id, Manager, cancellationToken);
    }

    [Step(
        en: "the manager refuses the last request of {person} as excessive",
        nl: "de leidinggevende wijst het laatste verzoek van {person} af als buitensporig | de leidinggevende het laatste verzoek van {person} afwijst als buitensporig")]
    public async Task RefuseAsync(string person, CancellationToken cancellationToken) => await requests.RefuseAsync(
        (await OpenAsync(person, cancellationToken))[^1].Id, Manager, RightsRequestGround.Excessive, "You got this answer last week, and nothing has changed.", cancellationToken);

    [Step(en: "{person} has {number} open request(s)", nl: "heeft {person} {number} open verzoek(en) | {person} heeft {number} open verzoek(en)")]
    public async Task HasOpenAsync(string person, int number, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(person, cancellationToken);
        Expect.That(open.Count == number, $"there are {open.Count}");
    }

    private static async Task RefusedAsync(string id, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (RightsRequestException refusal) when (refusal.Id == id)
        {
            return;
        }

        throw new ExpectationException("it was recorded");
    }

    private Task<EntryId> AskAsync(string person, string choice, CancellationToken cancellationToken) =>
        centre.AskAsync(shop.PersonOf(person), choices.Find(choice)!, words: null, id: null, cancellationToken);

    private async Task<RightsRequest> FirstAsync(string person, CancellationToken cancellationToken) =>
        await OpenAsync(person, cancellationToken) is [var first, ..] ? first : throw new ExpectationException($"{person} has no open request");

    private async Task<List<RightsRequest>> OpenAsync(string person, CancellationToken cancellationToken) => await requests
        .ListAsync(shop.PersonOf(person), cancellationToken).Where(request => request.IsOpen).OrderBy(request => request.ReceivedOn).ToListAsync(cancellationToken);
}
