using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>Requests of somebody who was not found at first, and two that become one.</summary>
public sealed class RightsRequestAssigningTests : RightsRequestTest
{
    [Fact]
    public async Task Somebody_who_is_not_found_is_answered_that_nothing_is_held()
    {
        var id = await ReceiveFromNobodyAsync();
        await Requests.AcceptAsync(id, Clerk, cancellationToken: Token);

        (await Requests.FulfilAsync(id, Clerk, RightsFulfilment.ByHand("We hold nothing of you."), cancellationToken: Token)).Status.Should().Be(RightsRequestStatus.Fulfilled);
        (await Requests.FindPersonAsync(id, Token)).Should().BeNull();
        (await EntriesAsync()).Should().AllSatisfy(entry => entry.Stream.Subject.IsNone.Should().BeTrue());
    }

    [Fact]
    public async Task A_request_goes_on_with_the_person_to_whom_it_is_assigned_and_leaves_no_words_behind()
    {
        var id = await ReceiveFromNobodyAsync();
        await Requests.AskIdentityAsync(id, Clerk, "We do not know the kettle.", cancellationToken: Token);
        Clock.AdvanceDays(4);
        var before = await Requests.ConfirmIdentityAsync(id, Clerk, cancellationToken: Token);

        var assigned = await Requests.AssignAsync(id, Ann, Colleague, Token);

        assigned.Should().BeEquivalentTo(before, options => options.Excluding(request => request.Since));
        (await FindAsync(id)).Should().Be(assigned);
        (await Requests.FindPersonAsync(id, Token)).Should().Be(Ann);
        (await Requests.ListAsync(Ann, Token).ToListAsync(Token)).Should().ContainSingle();
        var left = (await EntriesAsync()).Where(entry => entry.Stream.Subject.IsNone).ToList();
        (left.Count, left[^1].Type.ToString()).Should().Be((4, "request.moved/1"));
        left.Should().AllSatisfy(entry => entry.Details.Should().BeNull());
        (await Requests.ReadHistoryAsync(id, RightsRequestReader.Operator, Language.English, Token).FirstAsync(Token)).Texts.Should().Contain(("asked", "What do you know of my kettle?"));

        (await Requests.AssignAsync(id, Ann, Clerk, Token)).Should().Be(assigned, "it is assigned once");
        await RefusesAsync("GDPR1522", () => Requests.AssignAsync(id, Bob, Clerk, Token).AsTask());
    }

    [Fact]
    public async Task Who_adds_to_a_request_while_it_is_assigned_adds_to_that_of_the_person()
    {
        var id = await ReceiveFromNobodyAsync();
        Store.Meanwhile = async () => await Requests.AssignAsync(id, Ann, Colleague, Token);

        (await Requests.AcceptAsync(id, Clerk, cancellationToken: Token)).Status.Should().Be(RightsRequestStatus.Accepted);

        (await Requests.FindPersonAsync(id, Token)).Should().Be(Ann);
        (await FindAsync(id)).Status.Should().Be(RightsRequestStatus.Accepted);
    }

    [Fact]
    public async Task What_is_added_while_a_request_is_assigned_goes_along()
    {
        var id = await ReceiveFromNobodyAsync();
        Store.Meanwhile = async () => await Requests.AcceptAsync(id, Colleague, cancellationToken: Token);

        (await Requests.AssignAsync(id, Ann, Clerk, Token)).Status.Should().Be(RightsRequestStatus.Accepted);
    }

    [Fact]
    public async Task Two_requests_of_a_person_for_the_same_become_one_that_is_due_as_the_earlier_one()
    {
        var (early, late) = (await ReceiveAsync(on: Today.PlusDays(-10)), await ReceiveAsync());

        (await Requests.MergeAsync(late, early, Clerk, Token)).Should().BeEquivalentTo(new { Status = RightsRequestStatus.Merged, MergedInto = early });
        await Requests.MergeAsync(late, early, Clerk, Token);

        (await EntriesAsync()).Should().HaveCount(4);
        (await FindAsync(early)).NominalDue.Should().Be(new LocalDate(2026, 12, 16));
        await RefusesAsync("GDPR1515", () => Requests.ReopenAsync(late, Clerk, "It was another kettle.", Token).AsTask());
    }

    [Fact]
    public async Task Requests_of_two_people_or_for_two_things_are_never_merged()
    {
        var (anns, bobs, erasure, early) = (await ReceiveAsync(), await ReceiveAsync(person: Bob), await ReceiveAsync(RightsRequestKind.Erasure), await ReceiveAsync(on: Today.PlusDays(-1)));
        var (nobodys, anybodys) = (await ReceiveFromNobodyAsync(), await ReceiveFromNobodyAsync());

        await RefusesAsync("GDPR1521", () => Requests.MergeAsync(anns, bobs, Clerk, Token).AsTask());
        await RefusesAsync("GDPR1521", () => Requests.MergeAsync(anns, erasure, Clerk, Token).AsTask());
        await RefusesAsync("GDPR1521", () => Requests.MergeAsync(anns, anns, Clerk, Token).AsTask());
        await RefusesAsync("GDPR1521", () => Requests.MergeAsync(early, anns, Clerk, Token).AsTask());
        await RefusesAsync("GDPR1521", () => Requests.MergeAsync(nobodys, anybodys, Clerk, Token).AsTask());
        await RefusesAsync("GDPR1513", () => Requests.MergeAsync(anns, EntryId.New(Start), Clerk, Token).AsTask());
        await Requests.WithdrawAsync(early, Clerk, cancellationToken: Token);
        await RefusesAsync("GDPR1515", () => Requests.MergeAsync(anns, early, Clerk, Token).AsTask());
    }
}
