using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Requests;

/// <summary>Requests in the database of a host: in its transaction, by several at once, and in front of what would go.</summary>
public abstract class RightsRequestTests(ClubhouseDatabase database) : ClubhouseTest(database)
{
    private const int AtOnce = 8;

    private static readonly SubjectId Second = SubjectId.Of(Customers, 2);

    private static readonly SubjectId Third = SubjectId.Of(Customers, 3);

    private ServiceProvider? _host;

    private ServiceProvider Host => _host ??= Instance();

    [Fact]
    public async Task What_somebody_asked_to_see_is_still_there_after_a_run_and_goes_after_the_answer()
    {
        await PutAsync(guests: 3, badges: 2, remarks: 2);
        var access = await ReceiveAsync(RightsRequestKind.Access, Second);
        await ReceiveAsync(RightsRequestKind.Erasure, Third);
        await ReceiveAsync(RightsRequestKind.Access, null);

        await RunAsync();

        (await CountsAsync()).Should().Be((1, 2, 2), "who asks for erasure, and who is not found, keeps nothing from going");
        (await Retention.ExplainAsync(Second, Token).SelectMany(row => row.Fields.ToAsyncEnumerable()).FirstAsync(Token)).Retention.Suspensions.Single().Kind.Should().Be(SuspensionKind.OpenRequest);

        await HandleAsync(requests => requests.AcceptAsync(access, Owner, cancellationToken: Token));
        (await Retention.PreviewAsync(Token)).Entities.Sum(entity => entity.RowsOnHold).Should().BePositive();
        await HandleAsync(requests => requests.FulfilAsync(access, Owner, RightsFulfilment.ByHand("We sent a copy."), cancellationToken: Token));
        await RunAsync();

        (await CountsAsync()).Should().Be((0, 0, 0));
    }

    [Fact]
    public async Task An_objection_is_in_force_when_its_request_is_committed_and_not_before()
    {
        await using var scope = Host.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ClubhouseContext>();
        EntryId id;
        await using (await context.Database.BeginTransactionAsync(Token))
        {
            id = await context.Gdpr().Requests.ReceiveAsync(Intake(RightsRequestKind.Objection, Claims), Second, cancellationToken: Token);
            (await context.Gdpr().Requests.FindAsync(id, Token))!.Status.Should().Be(RightsRequestStatus.Received);
            (await context.Gdpr().Objections.FindAsync(Second, Claims, Token))!.Status.Should().Be(ObjectionStatus.Raised);
        }

        (await HandleAsync(requests => requests.FindAsync(id, Token))).Should().BeNull();
        (await context.Gdpr().Objections.FindAsync(Second, Claims, Token)).Should().BeNull();
    }

    [Fact]
    public async Task Of_many_who_decide_at_once_one_wins_and_the_others_see_what_it_became()
    {
        var id = await ReceiveAsync(RightsRequestKind.Access, Second);
        var grounds = RightsRequestGrounds.For(RightsRequestKind.Access);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(number => Task.Run(() => TryAsync(number % 2 == 0
            ? requests => requests.AcceptAsync(id, Owner, cancellationToken: Token)
            : requests => requests.RefuseAsync(id, Owner, grounds[number % grounds.Count], "No.", Token)), Token)));

        var now = (await HandleAsync(requests => requests.FindAsync(id, Token)))!;
        outcomes.Should().AllSatisfy(outcome => (outcome ?? "done").Should().BeOneOf("done", "GDPR1515"));
        outcomes.Should().Contain((string?)null);
        now.Status.Should().BeOneOf(RightsRequestStatus.Accepted, RightsRequestStatus.Refused);
        (await EntriesAsync(id, Second)).Should().Be(2);
    }

    [Fact]
    public async Task A_form_that_is_sent_by_many_at_once_makes_one_request()
    {
        await ReceiveAsync(RightsRequestKind.Access, Second);
        var id = EntryId.New(Clock.GetCurrentInstant());

        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => HandleAsync(requests => requests.ReceiveAsync(Intake(RightsRequestKind.Objection), Second, id, Token)), Token)));

        (await EntriesAsync(id, Second)).Should().Be(2, "it was received and fulfilled once");
    }

    [Fact]
    public async Task A_request_is_assigned_to_one_person_though_two_assign_it_at_once()
    {
        var id = await ReceiveAsync(RightsRequestKind.Access, null);

        var outcomes = await Task.WhenAll(new[] { Second, Third }.Select(person => Task.Run(() => TryAsync(requests => requests.AssignAsync(id, person, Owner, Token)), Token)));

        outcomes.Should().BeEquivalentTo([null, "GDPR1522"]);
        var person = await HandleAsync(requests => requests.FindPersonAsync(id, Token));
        (await EntriesAsync(id, person!)).Should().Be(2, "it was received, and assigned");
        (await HandleAsync(requests => requests.ListOpenAsync(cancellationToken: Token).Select(listed => listed.Person).ToListAsync(Token))).Should().Equal(person);
    }

    [Fact]
    public async Task What_is_due_is_found_by_one_query_and_told_in_order()
    {
        var ids = new List<EntryId>();
        foreach (var days in new[] { 3, 40, 20 })
        {
            ids.Add(await HandleAsync(requests => requests.ReceiveAsync(Intake(RightsRequestKind.Access) with { ReceivedOn = new LocalDate(2026, 11, 26).PlusDays(-days) }, Second, cancellationToken: Token)));
        }

        (await HandleAsync(requests => requests.ListOpenAsync(cancellationToken: Token).Select(listed => listed.Request.Id).ToListAsync(Token))).Should().Equal(ids[1], ids[2], ids[0]);
        (await HandleAsync(requests => requests.ListOpenAsync(new LocalDate(2026, 12, 7), Token).Select(listed => listed.Request.Id).ToListAsync(Token))).Should().Equal(ids[1], ids[2]);
        (await HandleAsync(requests => requests.ListOverdueAsync(Token).Select(listed => listed.Request.Id).ToListAsync(Token))).Should().Equal(ids[1]);
        (await HandleAsync(requests => requests.ReportAsync(Token))).Should().BeEquivalentTo(new { Open = 3L, Overdue = 1L, DueSoon = 0L });
    }

    private static RightsRequestIntake Intake(RightsRequestKind kind, Key<ProcessingActivity>? activity = null) => new()
    {
        Kind = kind,
        Activity = activity,
        Through = RightsRequestChannel.Email,
        EnteredBy = Owner,
        Words = "What do you know?",
        Address = "somebody@example.nl",
    };

    private Task<EntryId> ReceiveAsync(RightsRequestKind kind, SubjectId? person) => HandleAsync(requests => requests.ReceiveAsync(Intake(kind), person, cancellationToken: Token));

    private async Task<T> HandleAsync<T>(Func<RightsRequests, ValueTask<T>> handle)
    {
        await using var scope = Host.CreateAsyncScope();
        return await handle(scope.ServiceProvider.GetRequiredService<RightsRequests>());
    }

    private async Task<string?> TryAsync(Func<RightsRequests, ValueTask<RightsRequest>> handle)
    {
        try
        {
            await HandleAsync(handle);
            return null;
        }
        catch (RightsRequestException refusal)
        {
            return refusal.Id;
        }
    }

    private async Task<int> EntriesAsync(EntryId request, SubjectId person)
    {
        await using var scope = Host.CreateAsyncScope();
        var subject = (await scope.ServiceProvider.GetRequiredService<GdprKit.Subjects.ISubjectDirectory>().FindBySubjectAsync([person], Token))[0].Ref;
        return await scope.ServiceProvider.GetRequiredService<ILedgerStore>().ReadStreamAsync(RightsRequest.StreamOf(subject, request), 0, Token).CountAsync(Token);
    }
}
