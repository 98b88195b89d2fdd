using GdprKit.Mapping;
using GdprKit.Retention;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>Values that cannot be empty, and in whose place another comes that says nothing.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class StoreReplacementSuite<TFixture> : PersonalDataStoreSuite<TFixture>
    where TFixture : PersonalDataStoreFixture, IDisposingStoreFixture
{
    private static readonly Replacement Dash = new Replacement.Constant("-");

    private static readonly Replacement.PerRow Random = new("anon-");

    private static readonly Replacement.PerRow Address = new("anon-", "@example.invalid");

    private static int _ids = 300_000;

    /// <summary>Tests the store of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected StoreReplacementSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private IPersonalDataDisposer Disposer => Store as IPersonalDataDisposer
        ?? throw new InvalidOperationException($"The store of an {nameof(IDisposingStoreFixture)} is an {nameof(IPersonalDataDisposer)}.");

    /// <summary>Another value takes the place of what must go, of every type, and also in what a row owns.</summary>
    [Fact]
    public async Task Replaces_what_cannot_be_empty()
    {
        const string Sentence = "A value is replaced by what was said, a text that differs per row by one of its form; what is empty stays empty, and every other value as it was.";
        var (full, bare) = (await PutPersonAsync("Eve", "eve@example.nl", new Address { Street = "Kade 2", City = "Delft" }), await PutPersonAsync("Eve", null, null));
        var change = Replacing(("Name", Dash), ("Email", Address), ("Home.City", Dash));
        Promise.IsEqual(1, await DisposeAsync<Person>(change, [full]), Sentence, $"DisposeOfAsync of a person, {change}");
        Promise.IsEqual(1, await DisposeAsync<Person>(change, [bare]), Sentence, $"DisposeOfAsync of a person without an address, {change}");
        Promise.Holds(Address.Is(await ReadAsync(full, "Email")), Sentence, "ExportAsync of Email", $"{Address}, with {Address.Digits} digits", ConditionWords.Of(await ReadAsync(full, "Email")));
        Promise.AreEqual(["'-'", "'-'", "'Kade 2'"], await ReadAllAsync(full, "Name", "Home.City", "Home.Street"), Sentence, "ExportAsync of Name, Home.City and Home.Street");
        Promise.AreEqual(["'-'", "nothing", "nothing"], await ReadAllAsync(bare, "Name", "Email", "Home.City"), Sentence, "ExportAsync of Name, Email and Home.City of the other");

        var id = Interlocked.Increment(ref _ids);
        await Fixture.PutAsync([new Order { Id = id, PersonCode = full, PlacedAt = new DateTime(2024, 5, 6, 7, 8, 9), PaidOn = new DateOnly(2024, 6, 7), IsOpen = true, Note = "a gift" }], Token);
        var others = Replacing(("PlacedAt", new Replacement.Constant(new DateTime(1900, 1, 1))), ("PaidOn", new Replacement.Constant(new DateOnly(1900, 1, 1))), ("IsOpen", new Replacement.Constant(false)));
        Promise.IsEqual(1, await DisposeAsync<Order>(others, [id]), Sentence, $"DisposeOfAsync of an order, {others}");
        var read = (await ReadAsync<Order>(new RowRequest { Where = new RowCondition.BelongsTo(SubjectId.Of(DomainKeys.People, full)), Times = [Time<Order>(DomainKeys.Placed), Time<Order>(DomainKeys.Paid)] })).Single();
        Promise.AreEqual(["1900-01-01T00:00:00.0000000", "1900-01-01"], read.Times.Select(ConditionWords.Of), Sentence, "ReadAsync of PlacedAt and PaidOn");
        Promise.IsEqual(0, await CountAsync<Order>(RowCondition.All(new RowCondition.BelongsTo(SubjectId.Of(DomainKeys.People, full)), others.Holding)), Sentence, "CountAsync of what is left to be replaced");
    }

    /// <summary>Where no two values may be the same, no two replacements are.</summary>
    [Fact]
    public async Task Keeps_unique_values_unique()
    {
        const string Sentence = "Texts that differ per row differ from row to row, so that a unique index lets them pass.";
        var branch = Interlocked.Increment(ref _ids);
        await Fixture.PutAsync(Enumerable.Range(1, 40).Select(number => new Account { Branch = branch, Number = number, Role = AccountRole.Employee, Login = $"{branch} {number}" }), Token);
        var keys = Enumerable.Range(1, 40).Select(number => (ValueList<object?>)[branch, (long)number]).ToValueList();
        Promise.IsEqual(40, await DisposeAsync<Account>(Replacing(("Login", Random)), keys), Sentence, "DisposeOfAsync that replaces the logins of 40 accounts");
        var logins = new HashSet<object?>();
        for (var number = 1L; number <= 40; number++)
        {
            logins.Add((await ExportAsync<Account>(SubjectId.Of(DomainKeys.Staff, branch, number))).Single().Values.Single().Value);
        }

        Promise.IsEqual(40, logins.Count(Random.Is), Sentence, $"ExportAsync of the logins: how many different ones that are {Random}");
    }

    /// <summary>What was replaced is not replaced again, and does not count.</summary>
    [Fact]
    public async Task Replaces_a_value_once()
    {
        const string Sentence = "Replacing counts the rows that held another value, and leaves what was replaced before as it is.";
        var people = new[] { await PutPersonAsync("Eve", "eve@example.nl", null), await PutPersonAsync("-", null, null), await PutPersonAsync("Eve", null, null) };
        var change = Replacing(("Name", Dash), ("Email", Address));
        Promise.IsEqual(2, await DisposeAsync<Person>(change, people), Sentence, $"DisposeOfAsync of three people of whom one has such a name and no address, {change}");
        Promise.IsEqual(0, await DisposeAsync<Person>(change, people), Sentence, "DisposeOfAsync, again");
        var before = await ReadAsync(people[0], "Email");
        await Fixture.PutAsync([new Message { Id = Guid.NewGuid(), SenderCode = people[0], SenderName = "Eve", Text = "-" }], Token);
        var message = (await ExportAsync<Message>(SubjectId.Of(DomainKeys.People, people[0]))).Single();
        var both = new RowChange.Empty([PropertyPath.Parse("SenderName")]) { Replacements = Replacing(("Text", Dash)).Replacements };
        Promise.IsEqual(1, await DisposeAsync<Message>(both, [message.Key]), Sentence, $"DisposeOfAsync of a message whose text was replaced, {both}");
        Promise.IsEqual(0, await DisposeAsync<Message>(both, [message.Key]), Sentence, "DisposeOfAsync, again");
        var left = Replacing(("Email", Address), ("Name", new Replacement.Constant("nobody")));
        Promise.IsEqual(1, await DisposeAsync<Person>(left, [people[0]]), Sentence, $"DisposeOfAsync of a person whose address was replaced, {left}");
        Promise.AreEqual([ConditionWords.Of(before), "'nobody'"], await ReadAllAsync(people[0], "Email", "Name"), Sentence, "ExportAsync of Email and Name");
    }

    /// <summary>Nobody finds back the value or the row from what took its place.</summary>
    [Fact]
    public async Task Tells_nothing_by_a_replacement()
    {
        const string Sentence = "A text that differs per row is random: equal values, and the same value of the same row another time, get different ones.";
        var (one, other) = (await PutPersonAsync("Eve", "eve@example.nl", null), await PutPersonAsync("Eve", "eve@example.nl", null));
        var change = Replacing(("Email", Address));
        await DisposeAsync<Person>(change, [one, other]);
        var texts = new List<object?> { await ReadAsync(one, "Email"), await ReadAsync(other, "Email") };
        await DisposeAsync<Person>(new RowChange.Delete(), [one]);
        await Fixture.PutAsync([new Person { Code = one, Name = "Eve", Email = "eve@example.nl" }], Token);
        await DisposeAsync<Person>(change, [one]);
        texts.Add(await ReadAsync(one, "Email"));
        Promise.IsEqual(3, texts.Distinct().Count(Address.Is), Sentence, "ExportAsync of an address of two people, and of one of them once more: how many different texts");
    }

    private static RowChange.Empty Replacing(params (string Property, Replacement By)[] replacements) =>
        new([]) { Replacements = replacements.Select(each => new FieldReplacement(PropertyPath.Parse(each.Property), each.By)).ToValueList() };

    private Task<long> DisposeAsync<T>(RowChange change, params object[] keys) => DisposeAsync<T>(change, keys.Select(key => (ValueList<object?>)[key]).ToValueList());

    private async Task<long> DisposeAsync<T>(RowChange change, ValueList<ValueList<object?>> keys) => (await Disposer.DisposeOfAsync(
        [new RowDisposal { Entity = Entity<T>(), Where = new RowCondition.HasKey(Entity<T>().Description.Key, keys), Shield = RowShield.Of([]), Change = change }], null, Token)).Single();

    private async Task<string> PutPersonAsync(string name, string? email, Address? home)
    {
        var code = $"replaced-{Interlocked.Increment(ref _ids)}";
        await Fixture.PutAsync([new Person { Code = code, Name = name, Email = email, Home = home }], Token);
        return code;
    }

    private async Task<object?> ReadAsync(string person, string property) =>
        (await ExportAsync<Person>(SubjectId.Of(DomainKeys.People, person))).Single().Values.Single(value => value.Property.ToString() == property).Value;

    private async Task<IEnumerable<string>> ReadAllAsync(string person, params string[] properties)
    {
        var values = new List<string>();
        foreach (var property in properties)
        {
            values.Add(ConditionWords.Of(await ReadAsync(person, property)));
        }

        return values;
    }
}
