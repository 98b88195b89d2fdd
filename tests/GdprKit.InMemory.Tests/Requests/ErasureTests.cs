using GdprKit.InMemory.Retention;
using GdprKit.Ledger;
using GdprKit.Requests;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit.InMemory.Requests;

/// <summary>Erasures over objects in memory, and what goes wrong with one of several.</summary>
public sealed class ErasureTests : RunTest
{
    private readonly Key<ErasurePlace> _cache = Key<ErasurePlace>.Parse("cache");

    [Fact]
    public async Task Who_is_erased_is_gone_and_so_is_the_link()
    {
        Bought(0, 0);
        var order = await Get<Erasures>().OrderAsync(IdOf(Buyers[0]), Owner, cancellationToken: Token);
        var other = Buyers[1];

        await Get<ErasureRunner>().RunAsync(Token);

        Buyers.Should().Equal(other);
        (await FindAsync(order)).Status.Should().Be(ErasureOrderStatus.Ordered, "nobody has told the recipients");
        await TellRecipientsAsync(order);
        await Get<ErasureRunner>().RunAsync(Token);
        (await FindAsync(order)).Should().BeEquivalentTo(new { Status = ErasureOrderStatus.Completed, IsRequested = false });
        (await Get<ISubjectDirectory>().FindBySubjectAsync([SubjectId.Of(Customers, 100)], Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_signs_up_again_is_somebody_new()
    {
        Bought(0);
        var person = IdOf(Buyers[0]);
        var order = await Get<Erasures>().OrderAsync(person, Owner, cancellationToken: Token);
        await Get<ErasureRunner>().RunAsync(Token);
        await TellRecipientsAsync(order);
        await Get<ErasureRunner>().RunAsync(Token);

        Bought(0);
        await Get<Objections>().ObjectToMarketingAsync(person, cancellationToken: Token);
        Clock.AdvanceDays(1);
        await Get<ErasureRunner>().RunAsync(Token);

        Buyers.Should().ContainSingle("the order was about somebody else");
        (await Get<RightsRequests>().ListAsync(person, Token).ToListAsync(Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task An_order_that_a_newer_program_wrote_to_keeps_no_other_from_going()
    {
        Bought(0, 0);
        var unreadable = await Get<Erasures>().OrderAsync(IdOf(Buyers[0]), Owner, cancellationToken: Token);
        var stays = Buyers[0];
        await Get<Erasures>().OrderAsync(IdOf(Buyers[1]), Owner, cancellationToken: Token);
        await WriteNewerAsync(unreadable);

        await Get<ErasureRunner>().RunAsync(Token);

        Buyers.Should().Equal(stays);
    }

    [Fact]
    public async Task Two_places_with_one_key_are_refused_because_one_would_not_be_asked()
    {
        Replace = services => services.AddScoped<IErasureTarget>(_ => new Cache(_cache)).AddScoped<IErasureTarget>(_ => new Cache(_cache));
        Bought(0);

        var planning = async () => await Get<Erasures>().PlanAsync(IdOf(Buyers[0]), Token);

        (await planning.Should().ThrowAsync<ErasureException>()).Which.Message.Should().StartWith("GDPR1579: ");
    }

    [Fact]
    public async Task An_answer_that_a_place_cannot_give_is_refused()
    {
        Replace = services => services.AddScoped<IErasureTarget>(_ => new Cache(_cache));
        Bought(0);
        var order = await Get<Erasures>().OrderAsync(IdOf(Buyers[0]), Owner, cancellationToken: Token);
        var recipient = new ErasurePlace(ErasurePlaceKind.Recipient, Key<ErasurePlace>.Parse(MailProgram.ToString()));

        (await IdOfRefusalAsync(order.Id, new ErasurePlace(ErasurePlaceKind.Target, _cache), ErasurePlaceAnswer.Done)).Should().Be("GDPR1574", "it answers by itself");
        (await IdOfRefusalAsync(order.Id, new ErasurePlace(ErasurePlaceKind.Target, Key<ErasurePlace>.Parse("another")), ErasurePlaceAnswer.Done)).Should().Be("GDPR1574");
        (await IdOfRefusalAsync(order.Id, recipient, ErasurePlaceAnswer.Waiting)).Should().Be("GDPR1575");
        (await IdOfRefusalAsync(order.Id, recipient, ErasurePlaceAnswer.Done, new LocalDate(2026, 11, 27))).Should().Be("GDPR1577", "it lies ahead");
        (await IdOfRefusalAsync(order.Id, recipient, ErasurePlaceAnswer.Done, new LocalDate(2026, 11, 25))).Should().Be("GDPR1577", "it lies before the order");
        (await IdOfRefusalAsync(EntryId.New(Clock.GetCurrentInstant()), recipient, ErasurePlaceAnswer.Done)).Should().Be("GDPR1573");
        await Get<Erasures>().EndAsync(order.Id, Owner, Token);
        (await IdOfRefusalAsync(order.Id, recipient, ErasurePlaceAnswer.Done)).Should().Be("GDPR1576");
    }

    [Fact]
    public async Task The_order_lies_in_the_mirror_before_the_first_row_goes()
    {
        var mirror = new InMemoryLedgerMirror();
        Replace += services => services.AddSingleton<ILedgerMirror>(mirror);
        var mirrored = 0;
        Between(async () => mirrored = (await mirror.ReadAsync(0, 100, Token)).Count(entry => entry.Entry!.Type.Name == "erasure.ordered"));
        Bought(0);
        var order = await Get<Erasures>().OrderAsync(IdOf(Buyers[0]), Owner, cancellationToken: Token);
        await Get<Erasures>().EndAsync(order.Id, Owner, Token);
        await Get<LedgerSequencer>().PumpAsync(Token);
        await Get<Erasures>().OrderAsync(IdOf(Buyers[0]), Owner, order.Id, cancellationToken: Token);
        Clock.AdvanceSeconds(1);

        await Get<ErasureRunner>().RunAsync(Token);

        mirrored.Should().Be(2, "the second time is an order as well, and the one that counts");
        Buyers.Should().BeEmpty();
    }

    [Fact]
    public async Task While_the_mirror_cannot_be_reached_nothing_goes()
    {
        Replace += services => services.AddSingleton(UnreachableMirror.Create());
        Bought(0);
        var order = await Get<Erasures>().OrderAsync(IdOf(Buyers[0]), Owner, cancellationToken: Token);

        await Get<ErasureRunner>().Invoking(runner => runner.RunAsync(Token).AsTask()).Should().ThrowAsync<IOException>("that is what the mirror says");

        Buyers.Should().HaveCount(1);
        (await FindAsync(order)).Places.Should().OnlyContain(place => place.Failures == 0 && !place.HasAnswered);
    }

    [Fact]
    public async Task Taken_back_when_rows_are_about_to_go_nothing_goes()
    {
        var (cache, log) = (new Cache(_cache), new Log());
        Replace += services => services.AddScoped<IErasureTarget>(_ => cache).AddSingleton<ILogger<ErasureRunner>>(log);
        EntryId? ordered = null;
        Between(async () => await Get<Erasures>().EndAsync(ordered!.Value, Owner, Token));
        Bought(0, 0);
        ordered = (await Get<Erasures>().OrderAsync(IdOf(Buyers[0]), Owner, cancellationToken: Token)).Id;

        (await Get<ErasureRunner>().RunAsync(Token)).Orders.Should().Be(1);

        Buyers.Should().HaveCount(2);
        cache.Asked.Should().Be(0);
        log.Lines.Should().BeEmpty("nothing failed");
        var order = (await Get<Erasures>().FindAsync(ordered.Value, Token))!;
        (order.Status, order.Places.Sum(place => place.Deleted + place.Emptied + place.Failures)).Should().Be((ErasureOrderStatus.Ended, 0L));
        (await Get<ILedgerStore>().ReadLatestAsync(null, 100, Token)).Should().NotContain(entry => entry.Type.Name == "erasure.rows-gone");
        (await Get<ErasureRunner>().RunAsync(Token)).Orders.Should().Be(0);
    }

    [Fact]
    public async Task Taken_back_while_one_place_is_at_it_the_next_is_not_asked()
    {
        ErasureOrder? order = null;
        var (first, second) = (new Cache(_cache), new Cache(Key<ErasurePlace>.Parse("search-index")));
        first.Asking = async () => await Get<Erasures>().EndAsync(order!.Id, Owner, Token);
        Replace += services => services.AddScoped<IErasureTarget>(_ => first).AddScoped<IErasureTarget>(_ => second);
        Bought(0);
        order = await Get<Erasures>().OrderAsync(IdOf(Buyers[0]), Owner, cancellationToken: Token);

        await Get<ErasureRunner>().RunAsync(Token);

        (first.Asked, second.Asked).Should().Be((1, 0));
        (await FindAsync(order)).Status.Should().Be(ErasureOrderStatus.Ended);
    }

    [Fact]
    public async Task An_order_that_was_ended_keeps_no_other_from_going()
    {
        EntryId? ended = null;
        Between(async () => await Get<Erasures>().EndAsync(ended!.Value, Owner, Token));
        Bought(0, 0);
        ended = (await Get<Erasures>().OrderAsync(IdOf(Buyers[0]), Owner, cancellationToken: Token)).Id;
        await Get<Erasures>().OrderAsync(IdOf(Buyers[1]), Owner, cancellationToken: Token);
        var stays = Buyers[0];

        (await Get<ErasureRunner>().RunAsync(Token)).Orders.Should().Be(2);

        Buyers.Should().Equal(stays);
    }

    [Fact]
    public async Task When_nothing_leads_to_the_person_any_more_nobody_says_that_it_was_done()
    {
        Bought(0);
        var person = IdOf(Buyers[0]);
        var order = await Get<Erasures>().OrderAsync(person, Owner, cancellationToken: Token);
        await Get<ISubjectDirectory>().UnlinkAsync([person], Token);

        await Get<ErasureRunner>().RunAsync(Token);
        Clock.AdvanceDays(1);
        await Get<ErasureRunner>().RunAsync(Token);
        await TellRecipientsAsync(order);
        await Get<ErasureRunner>().RunAsync(Token);

        var now = await FindAsync(order);
        now.Status.Should().Be(ErasureOrderStatus.Ordered);
        now.Places.Single(place => place.Kind is ErasurePlaceKind.Store).Should().BeEquivalentTo(new { Answer = ErasurePlaceAnswer.Unspecified, Failures = 2 });
        Buyers.Should().HaveCount(1);
    }

    [Fact]
    public async Task Killed_after_the_link_went_it_is_completed_by_the_next_call()
    {
        Bought(0);
        var person = IdOf(Buyers[0]);
        var order = await Get<Erasures>().OrderAsync(person, Owner, cancellationToken: Token);
        await Get<ErasureRunner>().RunAsync(Token);
        await TellRecipientsAsync(order);
        await Get<ISubjectDirectory>().UnlinkAsync([person], Token);

        await Get<ErasureRunner>().RunAsync(Token);

        (await FindAsync(order)).Status.Should().Be(ErasureOrderStatus.Completed);
    }

    [Fact]
    public async Task Whoever_asks_something_else_meanwhile_is_still_found()
    {
        Bought(0);
        var person = IdOf(Buyers[0]);
        var order = await Get<Erasures>().OrderAsync(person, Owner, cancellationToken: Token);
        await Get<ErasureRunner>().RunAsync(Token);
        var asked = await AskAsync(RightsRequestKind.Access, person);
        await TellRecipientsAsync(order);

        await Get<ErasureRunner>().RunAsync(Token);

        (await FindAsync(order)).Status.Should().Be(ErasureOrderStatus.Waiting);
        (await Get<ISubjectDirectory>().FindBySubjectAsync([person], Token)).Should().ContainSingle();
        await Get<RightsRequests>().FulfilAsync(asked, Owner, RightsFulfilment.ByHand("There is nothing of you any more."), cancellationToken: Token);
        await Get<ErasureRunner>().RunAsync(Token);
        (await FindAsync(order)).Status.Should().Be(ErasureOrderStatus.Completed);
        (await Get<ISubjectDirectory>().FindBySubjectAsync([person], Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task An_order_that_was_ended_can_be_ordered_again()
    {
        Bought(0);
        var person = IdOf(Buyers[0]);
        var order = await Get<Erasures>().OrderAsync(person, Owner, cancellationToken: Token);
        await TellRecipientsAsync(order);
        await Get<Erasures>().EndAsync(order.Id, Owner, Token);

        var again = await Get<Erasures>().OrderAsync(person, Owner, order.Id, cancellationToken: Token);

        again.Status.Should().Be(ErasureOrderStatus.Ordered);
        again.Places.Should().OnlyContain(place => !place.HasAnswered, "it begins anew");
        Clock.AdvanceSeconds(1);
        await Get<ErasureRunner>().RunAsync(Token);
        Buyers.Should().BeEmpty();
        await TellRecipientsAsync(order);
        await Get<ErasureRunner>().RunAsync(Token);
        (await Get<Erasures>().OrderAsync(person, Owner, order.Id, cancellationToken: Token)).Status.Should().Be(ErasureOrderStatus.Completed, "what is done stays done");
        (await Get<ISubjectDirectory>().FindBySubjectAsync([person], Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_erased_is_said_only_where_an_erasure_was_ordered()
    {
        Bought(0);
        var person = IdOf(Buyers[0]);
        var erasure = await AskAsync(RightsRequestKind.Erasure, person);
        var nobodys = await AskAsync(RightsRequestKind.Erasure, null);
        var access = await AskAsync(RightsRequestKind.Access, person);

        foreach (var request in new[] { erasure, nobodys, access })
        {
            (await IdOfRefusalAsync(request)).Should().Be("GDPR1580");
        }

        await Get<Erasures>().OrderForAsync(erasure, Owner, cancellationToken: Token);
        await Get<Erasures>().EndAsync(erasure, Owner, Token);
        (await IdOfRefusalAsync(erasure)).Should().Be("GDPR1580", "it was ended");
        (await Get<RightsRequests>().FulfilAsync(erasure, Owner, RightsFulfilment.ByHand("You are a customer again."), cancellationToken: Token)).Status.Should().Be(RightsRequestStatus.Fulfilled);
    }

    private static SubjectId IdOf(Buyer buyer) => SubjectId.Of(Customers, buyer.Id);

    private async Task<ErasureOrder> FindAsync(ErasureOrder order) => (await Get<Erasures>().FindAsync(order.Id, Token))!;

    private async Task TellRecipientsAsync(ErasureOrder order)
    {
        foreach (var place in order.Places.Where(place => place.IsByHand))
        {
            await Get<Erasures>().RecordAsync(order.Id, new ErasurePlace(place.Kind, place.Key), Owner, cancellationToken: Token);
        }
    }

    private async Task WriteNewerAsync(ErasureOrder order)
    {
        var head = await Get<LedgerStreams>().ReadHeadsAsync(HeadFilter.Of(ErasureOrder.Fold.Kind) with { Key = StreamKey.Of(order.Id) }, Token).FirstAsync(Token);
        var entry = new EntryType<Forgiven>("erasure.forgiven/1", ForgivenJson.Default.Forgiven).Draft(new Forgiven()).Seal(head.Stream, head.Version + 1, head.RecordedAt + Duration.FromSeconds(1));
        await Get<ILedgerStore>().AppendAsync(
            AppendBatch.Of([new StreamAppend(head.Version, [entry], head with { Version = head.Version + 1, RecordedAt = entry.RecordedAt, FoldVersion = head.FoldVersion + 1 })]), Token);
    }

    private async Task<string> IdOfRefusalAsync(EntryId order, ErasurePlace place, ErasurePlaceAnswer answer, LocalDate? on = null)
    {
        var recording = async () => await Get<Erasures>().RecordAsync(order, place, Owner, answer, on: on, cancellationToken: Token);
        return (await recording.Should().ThrowAsync<ErasureException>()).Which.Id;
    }

    private async Task<EntryId> AskAsync(RightsRequestKind kind, SubjectId? person)
    {
        var request = await Get<RightsRequests>().ReceiveAsync(
            new() { Kind = kind, Through = RightsRequestChannel.PrivacyCentre, From = RightsRequestOrigin.Account, Words = "Please." }, person, cancellationToken: Token);
        await Get<RightsRequests>().AcceptAsync(request, Owner, cancellationToken: Token);
        return request;
    }

    private async Task<string> IdOfRefusalAsync(EntryId request)
    {
        var fulfilling = async () => await Get<RightsRequests>().FulfilAsync(request, Owner, RightsFulfilment.ByErasure("Your data are erased."), cancellationToken: Token);
        return (await fulfilling.Should().ThrowAsync<RightsRequestException>()).Which.Id;
    }

    private sealed class Cache(Key<ErasurePlace> key) : IErasureTarget
    {
        public Key<ErasurePlace> Key => key;

        public int Asked { get; private set; }

        public Func<Task> Asking { get; set; } = () => Task.CompletedTask;

        public async ValueTask<ErasureAnswer> EraseAsync(SubjectId person, EntryId order, CancellationToken cancellationToken)
        {
            Asked++;
            await Asking();
            return new ErasureAnswer.Erased(0);
        }
    }

    private sealed class Log : ILogger<ErasureRunner>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
    }
}
