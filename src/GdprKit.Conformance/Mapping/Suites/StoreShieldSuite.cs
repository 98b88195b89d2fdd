using System.Linq.Expressions;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Retention;
using NodaTime;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>What keeps rows from going although they are due.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class StoreShieldSuite<TFixture> : PersonalDataStoreSuite<TFixture>
    where TFixture : PersonalDataStoreFixture, IDisposingStoreFixture
{
    private const int Rounds = 20;

    private static readonly RowChange Delete = new RowChange.Delete();

    private static readonly RowShield Shield = RowShield.Of([Restriction.Fold]);

    private static readonly StandingClock Clock = new StandingClock();

    private static int _ids = 200_000;

    /// <summary>Tests the store of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected StoreShieldSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private IPersonalDataDisposer Disposer => Store as IPersonalDataDisposer
        ?? throw new InvalidOperationException($"The store of an {nameof(IDisposingStoreFixture)} is an {nameof(IPersonalDataDisposer)}.");

    /// <summary>The rows of somebody in whose favour something stands stay, and go when it no longer stands.</summary>
    [Fact]
    public async Task Never_passes_a_shield()
    {
        const string Sentence = "The rows of a person stay while a stream that shields is in a state that does not release, those of others go.";
        var (kept, other) = (await PutPersonAsync(), await PutPersonAsync());
        await PutVisitsAsync(kept, 2);
        await PutVisitsAsync(other, 3);
        await PlaceAsync(kept);
        Promise.IsEqual(3, await DisposeAsync<Visit>(VisitsOf(kept, other)), Sentence, "DisposeOfAsync of the visits of two people, one of whom restricted the processing");
        Promise.IsEqual(2, await CountAsync<Visit>(VisitsOf(kept, other)), Sentence, "CountAsync afterwards");
        await LiftAsync(kept);
        Promise.IsEqual(2, await DisposeAsync<Visit>(VisitsOf(kept, other)), Sentence, "DisposeOfAsync after the restriction was lifted");
    }

    /// <summary>Whose a row is can be several references away, and can be said in two ways.</summary>
    [Fact]
    public async Task Looks_up_whose_a_row_is_by_every_path()
    {
        const string Sentence = "A row stays when anybody whose it is, by whichever path, is protected.";
        var (kept, other) = (await PutPersonAsync(), await PutPersonAsync());
        var (first, second) = (Interlocked.Increment(ref _ids), Interlocked.Increment(ref _ids));
        await Fixture.PutAsync(
            [
                new Order { Id = first, PersonCode = CodeOf(kept) }, new OrderLine { OrderId = first, Number = 1, Text = "tea" },
                new Order { Id = second, PersonCode = CodeOf(other) }, new OrderLine { OrderId = second, Number = 1, Text = "tea" },
                new Message { Id = Guid.NewGuid(), SenderCode = CodeOf(other), RecipientCode = CodeOf(kept), Text = "to one who is protected" },
                new Message { Id = Guid.NewGuid(), SenderCode = CodeOf(kept), RecipientCode = CodeOf(other), Text = "from one who is protected" },
                new Message { Id = Guid.NewGuid(), SenderCode = CodeOf(other), Text = "to nobody" },
            ],
            Token);
        await PlaceAsync(kept);
        var theirs = RowCondition.Any(new RowCondition.BelongsTo(kept), new RowCondition.BelongsTo(other));
        Promise.IsEqual(1, await DisposeAsync<OrderLine>(theirs), Sentence, "DisposeOfAsync of order lines of two people, whose they are by their order");
        Promise.IsEqual(1, await DisposeAsync<Message>(theirs), Sentence, "DisposeOfAsync of three messages, of two of which somebody who is protected is the sender or the recipient");
        var (keptToo, goes) = (await PutPersonAsync(), await PutPersonAsync());
        await PlaceAsync(keptToo);
        Promise.IsEqual(1, await DisposeAsync<Person>(RowCondition.Any(new RowCondition.BelongsTo(keptToo), new RowCondition.BelongsTo(goes))), Sentence, "DisposeOfAsync of persons, one of whom is protected");
    }

    /// <summary>A person is known by several values, and another kind of people can have the same.</summary>
    [Fact]
    public async Task Tells_people_of_one_key_and_two_kinds_apart()
    {
        const string Sentence = "What stands for a person of one kind says nothing about a person of another kind with the same key.";
        var (branch, visitor, employee) = (7, SubjectId.Of(DomainKeys.People, 7, 1L), SubjectId.Of(DomainKeys.Staff, 7, 2L));
        await Fixture.PutAsync(
            [
                new Account { Branch = branch, Number = 1, Role = AccountRole.Visitor, Login = $"visitor-{Guid.NewGuid():N}" },
                new Account { Branch = branch, Number = 2, Role = AccountRole.Employee, Login = $"employee-{Guid.NewGuid():N}" },
            ],
            Token);
        await PlaceAsync(employee);
        await PlaceAsync(SubjectId.Of(DomainKeys.Staff, 7, 1L));
        Promise.IsEqual(1, await DisposeAsync<Account>(RowCondition.Any(new RowCondition.BelongsTo(visitor), new RowCondition.BelongsTo(employee))), Sentence, "DisposeOfAsync of a visitor and an employee who is protected");
        Promise.IsEqual(0, await CountAsync<Account>(new RowCondition.BelongsTo(visitor)), Sentence, "CountAsync of the visitor afterwards");
    }

    /// <summary>What this program cannot read may forbid.</summary>
    [Fact]
    public async Task A_state_of_another_version_shields()
    {
        const string Sentence = "A head that a program of another version wrote keeps the rows, whatever its state.";
        var person = await PutPersonAsync();
        await PutVisitsAsync(person, 1);
        await using var session = await Fixture.OpenLedgerAsync(Token);
        var link = await session.Subjects.LinkAsync([person], LedgerSamples.Start, Token);
        var stream = Restriction.StreamOf(link[0].Ref);
        var lifted = Restriction.Fold.ReleasedIn[0];
        await session.Store.AppendAsync(AppendBatch.Of([new StreamAppend(0, [LedgerSamples.Entry(stream, 1)], LedgerSamples.Head(stream, 1, lifted, fold: Restriction.Fold.Version + 1))]), Token);
        Promise.IsEqual(0, await DisposeAsync<Visit>(VisitsOf(person)), Sentence, "DisposeOfAsync of the visits of a person whose restriction a newer program says is lifted");
        await session.Store.AppendAsync(AppendBatch.Of([new StreamAppend(1, [LedgerSamples.Entry(stream, 2)], LedgerSamples.Head(stream, 2, lifted, fold: Restriction.Fold.Version))]), Token);
        Promise.IsEqual(1, await DisposeAsync<Visit>(VisitsOf(person)), Sentence, "DisposeOfAsync after a program of this version says so");
    }

    /// <summary>A hold can be about an entity or a category, and so about nobody in particular.</summary>
    [Fact]
    public async Task A_stream_about_nobody_shields_what_it_is_about()
    {
        const string Sentence = "A stream about nobody in particular keeps the rows that a disposal names as its scope, and no others.";
        var person = await PutPersonAsync();
        await PutVisitsAsync(person, 1);
        var (scope, elsewhere) = (StreamKey.Parse($"entity/{Guid.NewGuid():N}"), StreamKey.Parse($"entity/{Guid.NewGuid():N}"));
        var stream = new StreamId(Restriction.Fold.Kind, SubjectRef.None, scope);
        await using var session = await Fixture.OpenLedgerAsync(Token);
        await session.Store.AppendAsync(
            AppendBatch.Of([new StreamAppend(0, [LedgerSamples.Entry(stream, 1)], LedgerSamples.Head(stream, 1, LedgerSamples.Open, fold: Restriction.Fold.Version))]), Token);
        Promise.IsEqual(0, await DisposeAsync<Visit>(VisitsOf(person), RowShield.Of([Restriction.Fold], scope)), Sentence, "DisposeOfAsync of what the stream is about");
        Promise.IsEqual(1, await DisposeAsync<Visit>(VisitsOf(person), RowShield.Of([Restriction.Fold], elsewhere)), Sentence, "DisposeOfAsync of something else");
    }

    /// <summary>A hold can be about some rows of an entity only, as a query says.</summary>
    [Fact]
    public async Task A_stream_about_a_query_shields_the_rows_that_meet_it()
    {
        const string Sentence = "While a stream about nobody in particular stands, the rows stay that meet the condition which a disposal names beside its key, and no others.";
        var person = await PutPersonAsync();
        var (first, order) = (Interlocked.Add(ref _ids, 3), Interlocked.Increment(ref _ids));
        await Fixture.PutAsync(
            [
                new Visit { Id = first, PersonCode = CodeOf(person), VisitedOn = new DateOnly(2020, 1, 1), Remark = "held" },
                new Visit { Id = first - 1, PersonCode = CodeOf(person), VisitedOn = new DateOnly(2020, 1, 1), Remark = "a visit" },
                new Order { Id = order, PersonCode = CodeOf(person), Note = "held" }, new OrderLine { OrderId = order, Number = 1, Text = "tea" },
            ],
            Token);
        var (key, other) = (StreamKey.Parse($"query/{Guid.NewGuid():N}"), StreamKey.Parse($"query/{Guid.NewGuid():N}"));
        var held = new RowCondition.Meets((Expression<Func<Visit, bool>>)(visit => visit.Remark == "held"));
        PropertyPath[] reference = [PropertyPath.Parse(nameof(Order.Id)), PropertyPath.Parse(nameof(OrderLine.OrderId))];
        var ofHeld = new RowCondition.HasRelated(Entity<Order>().Description.Name, [reference[0]], [reference[1]], new RowCondition.Meets((Expression<Func<Order, bool>>)(each => each.Note == "held")));
        await StandAsync(key, 1, LedgerSamples.Open);
        Promise.IsEqual(1, await DisposeAsync<Visit>(VisitsOf(person), ByQuery(key, held)), Sentence, "DisposeOfAsync of two visits, one of which meets the query");
        Promise.IsEqual(0, await DisposeAsync<OrderLine>(new RowCondition.BelongsTo(person), ByQuery(key, ofHeld)), Sentence, "DisposeOfAsync of a line of an order that meets the query");
        await StandAsync(key, 2, Restriction.Fold.ReleasedIn[0], Restriction.Fold.Version + 1);
        Promise.IsEqual(0, await DisposeAsync<Visit>(VisitsOf(person), ByQuery(key, held)), Sentence, "DisposeOfAsync after a program of another version wrote the head");
        Promise.IsEqual(1, await DisposeAsync<Visit>(VisitsOf(person), ByQuery(other, held)), Sentence, "DisposeOfAsync with the key of a stream that nobody wrote");
        await StandAsync(key, 3, Restriction.Fold.ReleasedIn[0]);
        Promise.IsEqual(1, await DisposeAsync<OrderLine>(new RowCondition.BelongsTo(person), ByQuery(key, ofHeld)), Sentence, "DisposeOfAsync after it was lifted");
    }

    /// <summary>A hold can be on a query that has left the map since.</summary>
    [Fact]
    public async Task A_stream_of_which_nobody_knows_what_it_is_about_shields()
    {
        const string Sentence = "A stream about nobody in particular whose key begins as that of a query keeps every row, unless it is known what it is about.";
        var person = await PutPersonAsync();
        await PutVisitsAsync(person, 4);
        var begin = $"query-{Guid.NewGuid():N}";
        var key = StreamKey.Parse($"{begin}/shop/visit/forgotten");
        await StandAsync(key, 1, LedgerSamples.Open);
        Promise.IsEqual(0, await DisposeAsync<Visit>(VisitsOf(person), Unknown([], [])), Sentence, "DisposeOfAsync while nobody knows what the stream is about");
        Promise.IsEqual(0, await DisposeAsync<Visit>(VisitsOf(person), Unknown([StreamKey.Parse($"{begin}/shop/visit/known")], [$"{begin}/shop/order/", $"{begin}/shop/Visit/"])), Sentence, "DisposeOfAsync while others are known");
        Promise.IsEqual(4, await DisposeAsync<Visit>(VisitsOf(person), Unknown([key], [])), Sentence, "DisposeOfAsync while the stream is known");
        await PutVisitsAsync(person, 2);
        Promise.IsEqual(2, await DisposeAsync<Visit>(VisitsOf(person), Unknown([], [$"{begin}/shop/visit/", $"{begin}/shop/order/"])), Sentence, "DisposeOfAsync while it is known to be about other rows");

        RowShield Unknown(ValueList<StreamKey> known, ValueList<string> elsewhere) => Shield with { Unknown = new UnknownScopes(begin, known, elsewhere) };
    }

    /// <summary>Who places a shield and then looks relies on what is there.</summary>
    [Fact]
    public async Task What_is_there_when_a_shield_is_placed_stays()
    {
        const string Sentence = "What a person who places a shield finds in the same transaction is still there afterwards: nothing that was under way takes it.";
        if (Fixture.WhyNoSharedTransaction is not null)
        {
            return;
        }

        // What was known of shields before one was placed does not count.
        var early = await PutPersonAsync();
        await PutVisitsAsync(early, 1);
        await DisposeAsync<Visit>(RowCondition.All(VisitsOf(early), RowCondition.Never));
        await PlaceAsync(early);
        Promise.IsEqual(0, await DisposeAsync<Visit>(VisitsOf(early)), Sentence, "DisposeOfAsync after a restriction was placed, and after a disposal before it");

        for (var round = 0; round < Rounds; round++)
        {
            var person = await PutPersonAsync();
            await PutVisitsAsync(person, 3);
            await using var session = await Fixture.OpenLedgerAsync(Token);
            await session.Subjects.LinkAsync([person], LedgerSamples.Start, Token);
            var (found, restrictions) = (-1L, RestrictionsOf(session));
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var (placing, disposing) = (PlaceAndCountAsync(), DisposeAtOnceAsync());
            begun.SetResult();
            await placing;
            var gone = await disposing;
            var left = await CountAsync<Visit>(VisitsOf(person));
            Promise.IsEqual(found, left, Sentence, "CountAsync in the transaction that places a restriction, while DisposeOfAsync is under way, against CountAsync when both are done");
            Promise.IsEqual(3, gone + left, Sentence, "DisposeOfAsync and CountAsync: their sum");
            Promise.IsEqual(0, await DisposeAsync<Visit>(VisitsOf(person)), Sentence, "DisposeOfAsync afterwards");

            async Task PlaceAndCountAsync()
            {
                await begun.Task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                await session.InTransactionAsync(
                    async () =>
                    {
                        await restrictions.PlaceAsync(person, RestrictionGround.NeededForClaims, cancellationToken: Token);
                        found = await CountAsync<Visit>(VisitsOf(person));
                    },
                    commits: true,
                    Token);
            }

            async Task<long> DisposeAtOnceAsync()
            {
                await begun.Task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                return await DisposeAsync<Visit>(VisitsOf(person));
            }
        }
    }

    private static RowShield ByQuery(StreamKey key, RowCondition where) => Shield with { Queries = [new ShieldedRows(key, where)] };

    private async Task StandAsync(StreamKey key, long version, StreamStatus status, int? fold = null)
    {
        var stream = new StreamId(Restriction.Fold.Kind, SubjectRef.None, key);
        await using var session = await Fixture.OpenLedgerAsync(Token);
        await session.Store.AppendAsync(
            AppendBatch.Of([new StreamAppend(version - 1, [LedgerSamples.Entry(stream, version)], LedgerSamples.Head(stream, version, status, fold: fold ?? Restriction.Fold.Version))]), Token);
    }

    private static RowCondition VisitsOf(params SubjectId[] people) => RowCondition.Any(people.Select(person => new RowCondition.BelongsTo(person)));

    private static string CodeOf(SubjectId person) => person.Key[0];

    private static Restrictions RestrictionsOf(LedgerSession session) => new(new LedgerStreams(session.Store, Clock), session.Subjects, Clock);

    private async Task<SubjectId> PutPersonAsync()
    {
        var code = $"shielded-{Interlocked.Increment(ref _ids)}";
        await Fixture.PutAsync([new Person { Code = code, Name = "Somebody" }], Token);
        return SubjectId.Of(DomainKeys.People, code);
    }

    private async Task PutVisitsAsync(SubjectId person, int count) => await Fixture.PutAsync(
        Enumerable.Range(0, count).Select(_ => new Visit { Id = Interlocked.Increment(ref _ids), PersonCode = CodeOf(person), VisitedOn = new DateOnly(2020, 1, 1), Remark = "a visit" }), Token);

    private async Task PlaceAsync(SubjectId person)
    {
        await using var session = await Fixture.OpenLedgerAsync(Token);
        await RestrictionsOf(session).PlaceAsync(person, RestrictionGround.NeededForClaims, cancellationToken: Token);
    }

    private async Task LiftAsync(SubjectId person)
    {
        await using var session = await Fixture.OpenLedgerAsync(Token);
        await RestrictionsOf(session).LiftAsync(person, RestrictionGround.NeededForClaims, Clock.GetCurrentInstant(), cancellationToken: Token);
    }

    private async Task<long> DisposeAsync<T>(RowCondition where, RowShield? shield = null) => (await Disposer.DisposeOfAsync(
        [new RowDisposal { Entity = Entity<T>(), Where = where, Shield = shield ?? Shield, Change = Delete }], null, Token)).Single();

    private sealed class StandingClock : IClock
    {
        public Instant GetCurrentInstant() => LedgerSamples.Start;
    }
}
