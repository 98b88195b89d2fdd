using GdprKit.InMemory.Retention;
using GdprKit.Ledger;
using GdprKit.Requests;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
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

    private sealed class Cache(Key<ErasurePlace> key) : IErasureTarget
    {
        public Key<ErasurePlace> Key => key;

        public ValueTask<ErasureAnswer> EraseAsync(SubjectId person, EntryId order, CancellationToken cancellationToken) => ValueTask.FromResult<ErasureAnswer>(new ErasureAnswer.Erased(0));
    }
}
