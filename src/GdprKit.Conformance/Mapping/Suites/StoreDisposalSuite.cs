using System.Linq.Expressions;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Retention;
using NodaTime;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>Rows that go, and rows that lose values.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class StoreDisposalSuite<TFixture> : PersonalDataStoreSuite<TFixture>
    where TFixture : PersonalDataStoreFixture, IDisposingStoreFixture
{
    private static readonly RowChange Delete = new RowChange.Delete();

    private static int _tests;

    private static int _ids = 100_000;

    // The days of a test are its own, so that none sees the rows of another.
    private readonly LocalDate _first = new LocalDate(1950, 1, 1).PlusDays(100 * Interlocked.Increment(ref _tests));

    /// <summary>Tests the store of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected StoreDisposalSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private IPersonalDataDisposer Disposer => Store as IPersonalDataDisposer
        ?? throw new InvalidOperationException($"The store of an {nameof(IDisposingStoreFixture)} is an {nameof(IPersonalDataDisposer)}.");

    private RowCondition.HasKey Keys<T>(params ValueList<object?>[] keys) => new(Entity<T>().Description.Key, [.. keys]);

    private static RowShield NoShield => RowShield.Of([]);

    /// <summary>What would be counted goes, and nothing else.</summary>
    [Fact]
    public async Task Disposes_of_what_meets_the_condition_and_of_nothing_else()
    {
        const string Sentence = "Exactly the rows that a count finds go, whatever the condition says; the second time there are none.";
        var (early, late) = (Days(0, 3), Days(3, 10));
        RowCondition[] conditions =
        [
            RowCondition.Never,
            early,
            RowCondition.All(early, RowCondition.Not(Days(1, 2))),
            RowCondition.All(Days(0, 10), new RowCondition.BelongsTo(SmallWorld.Ann)),
            RowCondition.All(Days(0, 10), RowCondition.Any(late, new RowCondition.BelongsTo(SmallWorld.Jose))),
            RowCondition.All(Days(0, 10), new RowCondition.HasOwner(Owner<Visit>("PersonCode"))),
        ];
        foreach (var where in conditions)
        {
            await PutVisitsAsync("ann", 0, 1, 2, 3, 4);
            await PutVisitsAsync("José", 0, 2, 6);
            var (expected, all) = (await CountAsync<Visit>(where), await CountAsync<Visit>(Days(0, 10)));
            var asked = $"DisposeOfAsync of visits where {ConditionWords.Of(where)}";
            Promise.IsEqual(expected, await DisposeAsync<Visit>(where), Sentence, asked);
            Promise.IsEqual(all - expected, await CountAsync<Visit>(Days(0, 10)), Sentence, $"CountAsync of all after {asked}");
            Promise.IsEqual(0, await DisposeAsync<Visit>(where), Sentence, $"{asked}, again");
            await DisposeAsync<Visit>(Days(0, 10));
        }
    }

    /// <summary>Only the rows that were named go, and of these only what still meets the condition.</summary>
    [Fact]
    public async Task Disposes_of_named_rows_that_still_meet_the_condition()
    {
        const string Sentence = "Of the rows that are named those go that meet the condition; others that meet it stay.";
        var ids = await PutVisitsAsync("ann", 0, 1, 2, 3);
        Promise.IsEqual(1, await DisposeAsync<Visit>(RowCondition.All(Days(0, 3), Keys<Visit>([ids[1]], [ids[3]], [-1]))), Sentence, "DisposeOfAsync among three keys, of which one meets the condition, one does not, and one is nobody's");
        Promise.AreEqual([$"{ids[0]}", $"{ids[2]}", $"{ids[3]}"], await VisitsAsync(), Sentence, "ReadAsync of the keys afterwards");
        Promise.IsEqual(0, await DisposeAsync<Visit>(RowCondition.All(Days(0, 3), Keys<Visit>())), Sentence, "DisposeOfAsync among none");

        await Fixture.PutAsync(Order(id: 9_001, "a gift", lines: 2), Token);
        Promise.IsEqual(1, await DisposeAsync<OrderLine>(Keys<OrderLine>([9_001, 2], [9_001, 3])), Sentence, "DisposeOfAsync of order lines among two keys of two parts, of which one is there");
    }

    /// <summary>What refers to a row goes before it, and neither goes without the other.</summary>
    [Fact]
    public async Task Disposes_one_after_the_other_in_one_transaction()
    {
        const string Sentence = "Several disposals are one transaction; what one deletes is gone for those after it.";
        await Fixture.PutAsync([.. Order(id: 9_031, "a gift", lines: 2), .. Order(id: 9_032, "held back", lines: 1)], Token);
        var order = Entity<Order>().Description.Name;
        var ofOrder = new RowCondition.HasRelated(order, [PropertyPath.Parse("Id")], [PropertyPath.Parse("OrderId")], Placed);
        var hasNoLine = RowCondition.Not(new RowCondition.HasRelated(Entity<OrderLine>().Description.Name, [PropertyPath.Parse("OrderId")], [PropertyPath.Parse("Id")], RowCondition.Always));
        RowDisposal[] both =
        [
            Disposal<OrderLine>(RowCondition.All(ofOrder, Keys<OrderLine>([9_031, 1], [9_031, 2])), Delete),
            Disposal<Order>(RowCondition.All(Placed, hasNoLine), Delete),
        ];
        const string Asked = "DisposeOfAsync of the lines of one of two orders, and then of the orders that have no line any more";
        if (Fixture.WhyNoSharedTransaction is null)
        {
            await Promise.ThrowsAsync<InvalidOperationException>(
                async () => await Disposer.DisposeOfAsync([.. both], (_, _, _) => throw new InvalidOperationException("the record fails"), Token), Sentence, $"{Asked}, with a record that fails");
            Promise.AreEqual(["3", "2"], [$"{await CountAsync<OrderLine>(ofOrder)}", $"{await CountAsync<Order>(Placed)}"], Sentence, $"CountAsync of lines and orders afterwards");
        }

        var gone = await Disposer.DisposeOfAsync([.. both], null, Token);
        Promise.AreEqual(["2", "1"], gone.Select(rows => $"{rows}"), Sentence, Asked);
        Promise.AreEqual(["1", "1"], [$"{await CountAsync<OrderLine>(ofOrder)}", $"{await CountAsync<Order>(Placed)}"], Sentence, $"CountAsync of lines and orders afterwards");
    }

    /// <summary>Rows that leave daily use stay as they are.</summary>
    [Fact]
    public async Task Archives_rows_and_takes_them_back()
    {
        const string Sentence = "Archiving changes the property that was named, of the rows that meet the condition, and nothing else.";
        await Fixture.PutAsync([.. Order(id: 9_061, "a gift"), .. Order(id: 9_062, "for Monday")], Token);
        var (these, property) = (Keys<Order>([9_061], [9_062]), PropertyPath.Parse("IsHidden"));
        var archived = RowCondition.All(these, new RowCondition.Meets((Expression<Func<Order, bool>>)(order => order.IsHidden)));
        var before = await NotesAsync();
        Promise.IsEqual(1, await DisposeAsync<Order>(Keys<Order>([9_061]), new RowChange.Archive(property, true)), Sentence, "DisposeOfAsync that archives one of two orders");
        Promise.AreEqual(["1", "2"], [$"{await CountAsync<Order>(archived)}", $"{await CountAsync<Order>(these)}"], Sentence, "CountAsync of those archived, and of all, afterwards");
        Promise.IsEqual(1, await DisposeAsync<Order>(archived, new RowChange.Archive(property, false)), Sentence, "DisposeOfAsync that takes it back");
        Promise.IsEqual(0, await CountAsync<Order>(archived), Sentence, "CountAsync of those archived, afterwards");
        Promise.AreEqual(before, await NotesAsync(), Sentence, "ExportAsync of the notes, against before");

        async Task<IEnumerable<string>> NotesAsync() => (await ExportAsync<Order>(SmallWorld.Jose))
            .Select(record => $"{record.Key[0]}: {ConditionWords.Of(record.Values.Single(value => value.Property.ToString() == "Note").Value)}").Order(StringComparer.Ordinal);
    }

    /// <summary>What is judged by rows that go before it is chosen while they are there.</summary>
    [Fact]
    public async Task Chooses_rows_before_the_first_goes()
    {
        const string Sentence = "Rows that are chosen are chosen before the first disposal, and judged no more; what refers to them goes with those that were chosen, and with no other.";
        await Fixture.PutAsync([.. Order(id: 9_051, "chosen", lines: 2), .. Order(id: 9_052, "not chosen", lines: 1), .. Order(id: 9_053, "not chosen", lines: 0)], Token);
        RowCondition these = Keys<Order>([9_051], [9_052], [9_053]);
        var twoLines = RowCondition.All(these, HasLine(RowCondition.Always), HasLine(Keys<OrderLine>([9_051, 1], [9_052, 2])));
        RowDisposal[] both =
        [
            Disposal<OrderLine>(OfOrder(new RowCondition.IsChosen()), Delete),
            Disposal<Order>(RowCondition.All(new RowCondition.IsChosen(), RowCondition.Not(HasLine(RowCondition.Always))), Delete) with { ChosenWhere = twoLines },
        ];
        var gone = await Disposer.DisposeOfAsync([.. both], null, Token);
        Promise.AreEqual(["2", "1"], gone.Select(rows => $"{rows}"), Sentence, "DisposeOfAsync of the lines of chosen orders, and then of the orders, which were chosen by their lines");
        Promise.AreEqual(["2", "1"], [$"{await CountAsync<Order>(these)}", $"{await CountAsync<OrderLine>(OfOrder(these))}"], Sentence, "CountAsync of orders and lines afterwards");

        RowCondition.HasRelated HasLine(RowCondition that) => new(Entity<OrderLine>().Description.Name, [PropertyPath.Parse("OrderId")], [PropertyPath.Parse("Id")], that);
        RowCondition.HasRelated OfOrder(RowCondition that) => new(Entity<Order>().Description.Name, [PropertyPath.Parse("Id")], [PropertyPath.Parse("OrderId")], that);
    }

    /// <summary>Ranges cover every row once.</summary>
    [Fact]
    public async Task Cuts_an_entity_into_ranges_of_keys()
    {
        const string Sentence = "The ranges of an entity cover every row once, and none holds more rows than were asked for; or its rows go all at once.";
        await PutVisitsAsync("ann", 0, 1, 2, 3, 4, 5, 6);
        await CoverAsync<Visit>();
        await CoverAsync<Person>();
        await CoverAsync<Message>();
        await CoverAsync<OrderLine>();

        async Task CoverAsync<T>()
        {
            var (before, covered, largest, ranges) = (await CountAsync<T>(RowCondition.Always), 0L, 0L, 0);
            var range = await Disposer.FindRangeAsync(Entity<T>(), null, 2, Token);
            if (range is null)
            {
                return;
            }

            while (range is not null && ranges <= before)
            {
                var found = await CountAsync<T>(range);
                (covered, largest, ranges) = (covered + found, Math.Max(largest, found), ranges + 1);
                range = range.Through is null ? null : await Disposer.FindRangeAsync(Entity<T>(), range, 2, Token);
            }

            Promise.IsEqual(before, covered, Sentence, $"CountAsync of all ranges of {typeof(T).Name}, two rows at a time");
            Promise.Holds(largest <= 2, Sentence, $"CountAsync of the largest range of {typeof(T).Name}", "at most 2 rows", $"{largest}");
        }
    }

    /// <summary>What is left of rows that went is no row.</summary>
    [Fact]
    public async Task Compacting_changes_no_row()
    {
        const string Sentence = "Compacting leaves every row as it was, also the second time.";
        await PutVisitsAsync("ann", 0, 1, 2);
        await DisposeAsync<Visit>(Days(0, 1));
        var before = await VisitsAsync();
        await Disposer.CompactAsync(Token);
        await Disposer.CompactAsync(Token);
        Promise.AreEqual(before, await VisitsAsync(), Sentence, "ReadAsync of the keys after CompactAsync, against before");
    }

    /// <summary>What held nothing did not change, and does not count.</summary>
    [Fact]
    public async Task Counts_what_really_went()
    {
        const string Sentence = "Emptying counts the rows that held a value, and leaves every other value as it was.";
        await Fixture.PutAsync([.. Order(id: 9_011, "a gift"), .. Order(id: 9_012, null), .. Order(id: 9_013, "for Monday")], Token);
        var where = RowCondition.All(new RowCondition.BelongsTo(SmallWorld.Jose), Placed);
        var empty = new RowChange.Empty([PropertyPath.Parse("Note")]);
        var before = await NotesAsync();
        Promise.IsEqual(2, await DisposeAsync<Order>(where, empty), Sentence, "DisposeOfAsync that empties the note of three orders, of which one has none");
        Promise.IsEqual(0, await DisposeAsync<Order>(where, empty), Sentence, "DisposeOfAsync, again");
        Promise.AreEqual(["9011: 'a gift'", "9012: nothing", "9013: 'for Monday'"], before, Sentence, "ExportAsync of the notes before");
        Promise.AreEqual(["9011: nothing", "9012: nothing", "9013: nothing"], await NotesAsync(), Sentence, "ExportAsync of the notes afterwards");
        Promise.IsEqual(3, await CountAsync<Order>(where), Sentence, "CountAsync of the orders by their date, afterwards");

        async Task<IEnumerable<string>> NotesAsync() => (await ExportAsync<Order>(SmallWorld.Jose))
            .Where(record => record.Key[0] is >= 9_011 and <= 9_013)
            .Select(record => $"{record.Key[0]}: {ConditionWords.Of(record.Values.Single(value => value.Property.ToString() == "Note").Value)}");
    }

    /// <summary>What a row owns can go while the row stays.</summary>
    [Fact]
    public async Task Empties_what_a_row_owns()
    {
        const string Sentence = "The values of what a row owns are emptied like its own.";
        await Fixture.PutAsync([new Person { Code = "eve", Name = "Eve", Home = new Address { Street = "Kade 2", City = "Delft" }, LeftOn = Day(50) }], Token);
        var where = new RowCondition.BelongsTo(SubjectId.Of(DomainKeys.People, "eve"));
        Promise.IsEqual(1, await DisposeAsync<Person>(where, new RowChange.Empty([PropertyPath.Parse("Home.City"), PropertyPath.Parse("Home.Street")])), Sentence, "DisposeOfAsync that empties Home.City and Home.Street");
        await ExpectExportAsync<Person>(["Email=nothing, Home.City=nothing, Home.Street=nothing, Name='Eve'"], SubjectId.Of(DomainKeys.People, "eve"), Sentence);
    }

    /// <summary>Soft-deleted rows are personal data too.</summary>
    [Fact]
    public async Task Disposes_of_rows_that_the_application_hides()
    {
        const string Sentence = "Rows that the application hides go like any other.";
        var order = Order(id: 9_021, "hidden");
        ((Order)order[0]).IsHidden = true;
        await Fixture.PutAsync(order, Token);
        Promise.IsEqual(1, await DisposeAsync<Order>(Placed), Sentence, "DisposeOfAsync of an order that is hidden");
    }

    /// <summary>A row of a derived entity goes with that entity.</summary>
    [Fact]
    public async Task Leaves_rows_of_a_derived_entity_alone()
    {
        const string Sentence = "A disposal of an entity leaves the rows of derived ones alone.";
        _ = Entity<Member>();
        await Fixture.PutAsync(
            [new Person { Code = "leaver", Name = "Leaver", LeftOn = Day(20) }, new Member { Code = "leaving-member", Name = "Member", LeftOn = Day(20), Honour = "founder" }], Token);
        Promise.IsEqual(1, await DisposeAsync<Person>(Between<Person>(DomainKeys.Left, 20, 21)), Sentence, "DisposeOfAsync of persons who left on a day on which a member left, too");
        Promise.IsEqual(1, await DisposeAsync<Member>(Between<Member>(DomainKeys.Left, 20, 21)), Sentence, "DisposeOfAsync of members who left on that day");
    }

    /// <summary>What is recorded commits with the rows, or neither does.</summary>
    [Fact]
    public async Task Disposes_of_all_or_nothing()
    {
        const string Sentence = "The record is told the number before it is final; when it fails, or a row cannot go, every row is as it was.";
        await PutVisitsAsync("ann", 0, 1);
        var stream = new StreamId(LedgerSamples.NewKind(), SubjectRef.None, StreamKey.Empty);
        await using var session = await Fixture.OpenLedgerAsync(Token);
        if (Fixture.WhyNoSharedTransaction is null)
        {
            await Promise.ThrowsAsync<InvalidOperationException>(
                async () => await Disposer.DisposeOfAsync(
                    [Disposal<Visit>(Days(0, 3), Delete)],
                    async (rows, ledger, token) =>
                    {
                        await ledger.AppendAsync(AppendBatch.Of([LedgerSamples.Append(stream)]), token);
                        throw new InvalidOperationException("the record fails");
                    },
                    Token),
                Sentence,
                "DisposeOfAsync with a record that fails after an append");
            Promise.IsEqual(2, await CountAsync<Visit>(Days(0, 3)), Sentence, "CountAsync afterwards");
            Promise.IsEqual(0, (await session.Store.FindHeadsAsync([stream], Token)).Count, Sentence, "FindHeadsAsync of what was appended");

            var told = -1L;
            await Disposer.DisposeOfAsync(
                [Disposal<Visit>(Days(0, 3), Delete)],
                async (rows, ledger, token) =>
                {
                    told = rows.Single();
                    await ledger.AppendAsync(AppendBatch.Of([LedgerSamples.Append(stream)]), token);
                },
                Token);
            Promise.IsEqual(2, told, Sentence, "DisposeOfAsync of two visits: the number that the record was told");
            Promise.IsEqual(1, (await session.Store.FindHeadsAsync([stream], Token)).Count, Sentence, "FindHeadsAsync of what was appended");
        }

        await Fixture.PutAsync(
            [
                new Person { Code = "writer", Name = "Writer", LeftOn = Day(20) }, new Person { Code = "reader", Name = "Reader", LeftOn = Day(20) },
                new Message { Id = Guid.NewGuid(), SenderCode = "writer", Text = "hello" },
            ],
            Token);
        var left = Between<Person>(DomainKeys.Left, 20, 21);
        var gone = 0L;
        try
        {
            gone = await DisposeAsync<Person>(left);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A database holds the person back whose message refers to it; a store that keeps no references does not.
        }

        Promise.Holds(gone is 0 or 2, Sentence, "DisposeOfAsync of two persons, to one of whom a message refers", "none, with an error, or both", $"{gone}");
        Promise.IsEqual(2 - gone, await CountAsync<Person>(left), Sentence, "CountAsync of the persons afterwards");
    }

    /// <summary>Who cancels finds everything as it was.</summary>
    [Fact]
    public async Task Stops_disposing_when_cancelled()
    {
        const string Sentence = "A disposal that is cancelled throws an OperationCanceledException, and nothing has changed.";
        await PutVisitsAsync("ann", 0, 1);
        using var cancellation = new CancellationTokenSource();
        if (Fixture.WhyNoSharedTransaction is null)
        {
            await Promise.ThrowsAsync<OperationCanceledException>(
                async () => await Disposer.DisposeOfAsync(
                    [Disposal<Visit>(Days(0, 3), Delete)],
                    async (_, _, _) => await cancellation.CancelAsync(),
                    cancellation.Token),
                Sentence,
                "DisposeOfAsync that is cancelled by its record");
        }

        await cancellation.CancelAsync();
        await Promise.ThrowsAsync<OperationCanceledException>(
            async () => await Disposer.DisposeOfAsync([Disposal<Visit>(Days(0, 3), Delete)], null, cancellation.Token), Sentence, "DisposeOfAsync that is cancelled before it begins");
        Promise.IsEqual(2, await CountAsync<Visit>(Days(0, 3)), Sentence, "CountAsync afterwards");
    }

    /// <summary>What is of another store is refused.</summary>
    [Fact]
    public async Task Refuses_to_dispose_of_an_entity_of_another_store()
    {
        const string Sentence = "An entity of another store is refused.";
        var stranger = Entity<Visit>() with { Description = Entity<Visit>().Description with { Name = "somewhere.else.Visit" } };
        await Promise.ThrowsAsync<InvalidOperationException>(
            async () => await DisposeAsync(Disposal<Visit>(Days(0, 3), Delete) with { Entity = stranger }), Sentence, "DisposeOfAsync of an entity with a name that the store does not have");
    }

    private object[] Order(int id, string? note, int lines = 0) =>
    [
        new Order { Id = id, PersonCode = "José", PlacedAt = Day(10).ToDateTime(new TimeOnly(12, 0)), Note = note },
        .. Enumerable.Range(1, lines).Select(number => new OrderLine { OrderId = id, Number = number, Text = "tea" }),
    ];

    private RowDisposal Disposal<T>(RowCondition where, RowChange change) => new() { Entity = Entity<T>(), Where = where, Shield = NoShield, Change = change };

    private Task<long> DisposeAsync<T>(RowCondition where, RowChange? change = null) => DisposeAsync(Disposal<T>(where, change ?? Delete));

    private async Task<long> DisposeAsync(RowDisposal disposal) => (await Disposer.DisposeOfAsync([disposal], null, Token)).Single();

    private RowCondition Placed => Between<Order>(DomainKeys.Placed, 10, 11);

    private RowCondition.Between Days(int from, int until) => Between<Visit>(DomainKeys.Visited, from, until);

    private RowCondition.Between Between<T>(Key<RetentionEvent> happened, int from, int until)
    {
        var time = Time<T>(happened);
        return new RowCondition.Between(time, time.StartOf(_first.PlusDays(from), DateTimeZone.Utc), time.StartOf(_first.PlusDays(until), DateTimeZone.Utc));
    }

    private DateOnly Day(int number) => _first.PlusDays(number).ToDateOnly();

    private async Task<int[]> PutVisitsAsync(string person, params int[] days)
    {
        int[] ids = [.. days.Select(_ => Interlocked.Increment(ref _ids))];
        await Fixture.PutAsync(days.Zip(ids, (day, id) => new Visit { Id = id, PersonCode = person, VisitedOn = Day(day), Remark = "a visit" }), Token);
        return ids;
    }

    private async Task<IEnumerable<string>> VisitsAsync() => (await ReadAsync<Visit>(new RowRequest { Where = Days(0, 100) })).Select(row => $"{row.Key[0]}");
}
