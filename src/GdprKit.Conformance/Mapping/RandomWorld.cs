namespace GdprKit.Conformance;

/// <summary>Rows by chance: any date can be missing, any reference can lead nowhere. The same ones for the same seed.</summary>
internal static class RandomWorld
{
    private static readonly string?[] Cities = [null, "Utrecht", "Delft"];

    /// <summary>The keys of all people, and one of nobody.</summary>
    public static IReadOnlyList<string> People { get; } = [.. Enumerable.Range(1, 25).Select(number => $"p{number}"), "nobody"];

    /// <summary>A day on which something happens, near one another so that many are equal.</summary>
    public static DateOnly Day(Random random) => new DateOnly(2025, 12, 20).AddDays(random.Next(20));

    public static IEnumerable<object> Rows(int seed)
    {
        var random = new Random(seed);
        Household[] households = [.. Enumerable.Range(1, 8).Select(id => new Household { Id = id })];
        Person[] people = [.. People.SkipLast(1).Select((code, i) => Person(code, isMember: i % 5 == 4, random))];
        foreach (var person in people.Where(_ => random.Next(3) > 0))
        {
            households[random.Next(households.Length)].House(person);
        }

        // A member may not be there, and then nothing else can refer to one.
        Person[] others = [.. people.Where(person => person is not Member)];
        Order[] orders = [.. Enumerable.Range(1, 60).Select(id => Order(id, others[random.Next(others.Length)], random))];
        Account[] accounts = [.. Enumerable.Range(1, 9).Select(id => new Account { Branch = id % 3, Number = id / 3, Role = (AccountRole)random.Next(3), Login = $"login {id}" })];
        return
        [
            .. households, .. people, .. orders, .. orders.SelectMany(order => order.Lines),
            .. Enumerable.Range(1, 40).Select(id => Message(id, others, random)),
            .. accounts, .. Enumerable.Range(1, 25).Select(id => Session(id, accounts, random)),
        ];
    }

    private static Person Person(string code, bool isMember, Random random)
    {
        var person = isMember ? new Member() : new Person();
        person.Code = code;
        person.Name = $"name of {code}";
        person.Email = random.Next(2) == 0 ? null : $"{code}@example.nl";
        person.Score = random.Next(3) == 0 ? null : random.Next(10);
        person.LeftOn = random.Next(3) == 0 ? null : Day(random);
        person.IsHidden = random.Next(4) == 0;
        person.Home = Cities[random.Next(Cities.Length)] is { } city ? new Address { Street = "Straat 1", City = city } : null;
        return person;
    }

    private static Order Order(int id, Person person, Random random)
    {
        var order = new Order
        {
            Id = id,
            PlacedAt = Day(random).ToDateTime(new TimeOnly(random.Next(24), 0)),
            PaidOn = random.Next(3) == 0 ? null : Day(random),
            IsOpen = random.Next(2) == 0,
            Note = random.Next(2) == 0 ? null : "a note",
            IsHidden = random.Next(4) == 0,
        };
        return order.Of(person, [.. Enumerable.Range(0, random.Next(3)).Select(line => $"line {line}")]);
    }

    private static Message Message(int id, Person[] people, Random random) => new()
    {
        Id = new Guid(id, 0, 0, new byte[8]),
        SenderCode = random.Next(4) == 0 ? null : people[random.Next(people.Length)].Code,
        RecipientCode = random.Next(4) == 0 ? null : people[random.Next(people.Length)].Code,
        Text = "text",
    };

    private static Session Session(int id, Account[] accounts, Random random)
    {
        var session = new Session { Id = id, Origin = "somewhere", AccountBranch = random.Next(2) == 0 ? null : random.Next(3) };
        return random.Next(4) == 0 ? session : session.By(accounts[random.Next(accounts.Length)]);
    }
}
