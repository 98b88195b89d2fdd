using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using GdprKit.Mapping;
using NodaTime;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>What is asked of rows that only the ledger can say of the people whose they are.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class StoreHeadsSuite<TFixture> : PersonalDataStoreSuite<TFixture>
    where TFixture : PersonalDataStoreFixture, IDisposingStoreFixture
{
    private const int Version = 3;

    private static readonly StreamKind Kind = StreamKind.Parse("conformance-answer");

    private static readonly StreamKey Tea = StreamKey.Parse("tea");

    private static readonly StreamKey Coffee = StreamKey.Parse("coffee");

    private static readonly StreamStatus Yes = StreamStatus.Parse("yes");

    private static readonly StreamStatus No = StreamStatus.Parse("no");

    private static readonly Instant Noon = LedgerSamples.Start + Duration.FromHours(12);

    private static readonly Duration Moment = Duration.FromMilliseconds(1);

    private static int _ids = 600_000;

    /// <summary>Tests the store of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected StoreHeadsSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>Who answered what, whose row it is by whichever path.</summary>
    [Fact]
    public async Task Finds_rows_by_what_the_ledger_says_of_a_person()
    {
        const string Sentence = "A row meets it when one of the heads about the person to whom it belongs does, and no head about anybody else counts.";
        var (agreed, refused, silent, unlinked) = (await PutPersonAsync(), await PutPersonAsync(), await PutPersonAsync(), await PutPersonAsync());
        await PutHeadAsync(agreed, Tea, Yes);
        await PutHeadAsync(agreed, Coffee, No);
        await PutHeadAsync(refused, Tea, No);
        await LinkAsync(silent);
        var all = new[] { agreed, refused, silent, unlinked };
        var owner = Owner<Visit>(nameof(Visit.PersonCode));
        await ExpectVisitsAsync([1, 0, 0, 0], all, Head(owner) with { Keys = [Tea], States = [Yes] }, Sentence);
        await ExpectVisitsAsync([1, 1, 0, 0], all, Head(owner) with { Keys = [Tea], States = [Yes, No] }, Sentence);
        await ExpectVisitsAsync([0, 1, 0, 0], all, Head(owner) with { Keys = [Tea], States = [No] }, Sentence);
        await ExpectVisitsAsync([1, 1, 0, 0], all, Head(owner) with { States = [No] }, Sentence);
        await ExpectVisitsAsync([1, 0, 0, 0], all, Head(owner) with { Keys = [Tea, Coffee], States = [No], IsOther = true }, Sentence);
        await ExpectVisitsAsync([0, 1, 1, 1], all, RowCondition.Not(Head(owner) with { Keys = [Tea], States = [Yes] }), Sentence);

        var (first, second) = (Interlocked.Increment(ref _ids), Interlocked.Increment(ref _ids));
        await Fixture.PutAsync(
            [
                new Order { Id = first, PersonCode = CodeOf(agreed) }, new OrderLine { OrderId = first, Number = 1, Text = "tea" },
                new Order { Id = second, PersonCode = CodeOf(refused) }, new OrderLine { OrderId = second, Number = 1, Text = "tea" },
            ],
            Token);
        var line = Entity<OrderLine>().Owners.Single();
        await ExpectAsync<OrderLine>(1, RowCondition.All(Theirs([agreed, refused]), Head(line) with { Keys = [Tea], States = [Yes] }), Sentence);

        await Fixture.PutAsync(
            [
                new Account { Branch = 9, Number = 1, Role = AccountRole.Visitor, Login = $"visitor-{Guid.NewGuid():N}" },
                new Account { Branch = 9, Number = 2, Role = AccountRole.Employee, Login = $"employee-{Guid.NewGuid():N}" },
            ],
            Token);
        await PutHeadAsync(SubjectId.Of(DomainKeys.People, 9, 1L), Tea, Yes);
        await PutHeadAsync(SubjectId.Of(DomainKeys.People, 9, 2L), Tea, Yes);
        var visitors = Entity<Account>().Owners.Single(each => each.Kind == DomainKeys.People);
        var accounts = RowCondition.Any(new RowCondition.BelongsTo(SubjectId.Of(DomainKeys.People, 9, 1L)), new RowCondition.BelongsTo(SubjectId.Of(DomainKeys.Staff, 9, 2L)));
        await ExpectAsync<Account>(1, RowCondition.All(accounts, Head(visitors) with { States = [Yes] }), Sentence);
    }

    /// <summary>A state counts from when it was reached, and what is to end counts from its end.</summary>
    [Fact]
    public async Task Knows_since_when_a_head_is_in_its_state()
    {
        const string Sentence = "A head counts when it was in its state before the instant, or was due before it; at the instant itself it does not.";
        var (early, late, expired, lasting) = (await PutPersonAsync(), await PutPersonAsync(), await PutPersonAsync(), await PutPersonAsync());
        await PutHeadAsync(early, Tea, No, since: Noon - Moment);
        await PutHeadAsync(late, Tea, No, since: Noon);
        await PutHeadAsync(expired, Tea, Yes, since: Noon - Duration.FromDays(2), due: Noon - Moment);
        await PutHeadAsync(lasting, Tea, Yes, since: Noon - Duration.FromDays(2), due: Noon);
        var all = new[] { early, late, expired, lasting };
        var ended = Head(Owner<Visit>(nameof(Visit.PersonCode))) with { States = [No], StatesOnceDue = [Yes] };
        await ExpectVisitsAsync([1, 0, 1, 0], all, ended with { Before = Noon }, Sentence);
        await ExpectVisitsAsync([1, 1, 1, 1], all, ended with { Before = Noon + Moment }, Sentence);
        await ExpectVisitsAsync([0, 1, 0, 1], all, ended with { Before = Noon, IsOther = true }, Sentence);
        await ExpectVisitsAsync([1, 1, 1, 1], all, ended, Sentence);

        var forever = await PutPersonAsync();
        await PutHeadAsync(forever, Tea, Yes, since: Noon - Duration.FromDays(2));
        await ExpectVisitsAsync([0], [forever], ended, Sentence);
        await ExpectVisitsAsync([0], [forever], ended with { Before = Noon }, Sentence);
        await ExpectVisitsAsync([1], [forever], ended with { Before = Noon, IsOther = true }, Sentence);
    }

    /// <summary>What this program cannot read says neither.</summary>
    [Fact]
    public async Task Takes_a_head_of_another_version_for_none_of_its_states()
    {
        const string Sentence = "What a head of another version of the fold says is not known: it is in none of the states, and so it is another.";
        var (known, newer) = (await PutPersonAsync(), await PutPersonAsync());
        await PutHeadAsync(known, Tea, Yes);
        await PutHeadAsync(newer, Tea, Yes, fold: Version + 1);
        var head = Head(Owner<Visit>(nameof(Visit.PersonCode))) with { Keys = [Tea], States = [Yes] };
        await ExpectVisitsAsync([1, 0], [known, newer], head, Sentence);
        await ExpectVisitsAsync([0, 1], [known, newer], head with { IsOther = true }, Sentence);
    }

    private static RowCondition.HasHead Head(OwnerPath owner) => new(owner, Kind, Version);

    private static RowCondition Theirs(IEnumerable<SubjectId> people) => RowCondition.Any(people.Select(person => new RowCondition.BelongsTo(person)));

    private static string CodeOf(SubjectId person) => person.Key[0];

    /// <summary>Everybody has one visit: counted for each apart, and read together.</summary>
    private async Task ExpectVisitsAsync(int[] promised, SubjectId[] people, RowCondition condition, string sentence, [CallerMemberName] string name = "")
    {
        SkipUnlessAnswerable<Visit>(new RowRequest { Where = condition });
        for (var i = 0; i < people.Length; i++)
        {
            await ExpectAsync<Visit>(promised[i], RowCondition.All(Theirs([people[i]]), condition), sentence, name);
        }

        var rows = await ReadAsync<Visit>(new RowRequest { Where = Theirs(people), Conditions = [condition, RowCondition.Not(condition)] });
        Promise.IsEqual(promised.Sum(), rows.Count(row => row.Conditions[0]), sentence, $"ReadAsync of the visits of {people.Length} people with {ConditionWords.Of(condition)}", name);
        Promise.IsEqual(people.Length - promised.Sum(), rows.Count(row => row.Conditions[1]), sentence, $"ReadAsync of them with the opposite of {ConditionWords.Of(condition)}", name);
    }

    private async Task<SubjectId> PutPersonAsync()
    {
        var code = $"answering-{Interlocked.Increment(ref _ids)}";
        await Fixture.PutAsync(
            [new Person { Code = code, Name = "Somebody" }, new Visit { Id = Interlocked.Increment(ref _ids), PersonCode = code, VisitedOn = new DateOnly(2020, 1, 1), Remark = "a visit" }], Token);
        return SubjectId.Of(DomainKeys.People, code);
    }

    private async Task<SubjectRef> LinkAsync(SubjectId person)
    {
        await using var session = await Fixture.OpenLedgerAsync(Token);
        return (await session.Subjects.LinkAsync([person], LedgerSamples.Start, Token))[0].Ref;
    }

    private async Task PutHeadAsync(SubjectId person, StreamKey key, StreamStatus status, Instant? since = null, Instant? due = null, int fold = Version)
    {
        var stream = new StreamId(Kind, await LinkAsync(person), key);
        await using var session = await Fixture.OpenLedgerAsync(Token);
        await session.Store.AppendAsync(
            AppendBatch.Of([new StreamAppend(0, [LedgerSamples.Entry(stream, 1)], LedgerSamples.Head(stream, 1, status, due, since ?? Noon, fold))]), Token);
    }
}
