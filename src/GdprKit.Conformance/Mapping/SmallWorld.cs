namespace GdprKit.Conformance;

/// <summary>A few rows of which every one is there for a reason. New objects every time.</summary>
internal static class SmallWorld
{
    public static SubjectId Ann { get; } = SubjectId.Of(DomainKeys.People, "ann");

    /// <summary>The application hides this person.</summary>
    public static SubjectId Bob { get; } = SubjectId.Of(DomainKeys.People, "bob");

    /// <summary>A person with an accent in the key, and with nearly nothing.</summary>
    public static SubjectId Jose { get; } = SubjectId.Of(DomainKeys.People, "José");

    /// <summary>A derived row.</summary>
    public static SubjectId Mia { get; } = SubjectId.Of(DomainKeys.People, "mia");

    public static IEnumerable<object> Rows()
    {
        Household[] households =
            [new() { Id = 1, Remark = "key with the neighbours" }, new() { Id = 2, Remark = "empty" }, new() { Id = 3, Remark = "a member, where there are members" }];
        var ann = new Person
        {
            Code = "ann",
            Name = "Ann de Wit",
            Email = "ann@example.nl",
            Home = new Address { Street = "Dorpsstraat 1", City = "Utrecht" },
            Score = 7,
        };
        var bob = new Person { Code = "bob", Name = "Bob", Score = 3, LeftOn = new DateOnly(2025, 6, 30), IsHidden = true };
        var jose = new Person { Code = "José", Name = "José", LeftOn = new DateOnly(2026, 1, 31) };
        var mia = new Member { Code = "mia", Name = "Mia", Score = 9, Honour = "founder" };
        households[0].House(ann, bob);
        households[2].House(mia);
        return
        [
            .. households,
            ann, bob, jose, mia,
            .. Orders(ann, bob),
            .. Messages(),
            .. Sessions(),
            Book(1, ann, "0100", "0200"), Book(2, bob),
        ];
    }

    private static IEnumerable<object> Orders(Person ann, Person bob)
    {
        Order[] orders =
        [
            new() { Id = 1, PlacedAt = new DateTime(2024, 3, 1, 10, 0, 0), PaidOn = new DateOnly(2024, 3, 15), Note = "a gift" },
            new() { Id = 2, PlacedAt = new DateTime(2025, 12, 31, 23, 30, 0), IsOpen = true },
            new() { Id = 3, PlacedAt = new DateTime(2026, 1, 1, 0, 0, 0), PaidOn = new DateOnly(2026, 1, 2), Note = "not on Sunday", IsHidden = true },
        ];
        orders[0].Of(ann, "tea", "coffee");
        orders[1].Of(ann, "sugar");
        orders[2].Of(bob, "milk");
        return [.. orders, .. orders.SelectMany(order => order.Lines)];
    }

    private static Message[] Messages() =>
    [
        new() { Id = IdOf(1), SenderCode = "ann", RecipientCode = "bob", SenderName = "Ann", RecipientName = "Bob", Text = "hello" },
        new() { Id = IdOf(2), SenderCode = "bob", SenderName = "Bob", Text = "to nobody" },
        new() { Id = IdOf(3), SenderCode = "ann", RecipientCode = "ann", SenderName = "Ann", RecipientName = "Ann herself", Text = "a note" },
        new() { Id = IdOf(4), Text = "from nobody to nobody" },
    ];

    private static IEnumerable<object> Sessions()
    {
        Account[] accounts =
        [
            new() { Branch = 1, Number = 1, Role = AccountRole.Visitor, Login = "one" },
            new() { Branch = 1, Number = 2, Role = AccountRole.Employee, Login = "two" },
            new() { Branch = 2, Number = 1, Role = AccountRole.Unknown, Login = "printer" },
        ];
        Session[] sessions =
        [
            new Session { Id = 1, Origin = "home" }.By(accounts[0]), new Session { Id = 2, Origin = "work" }.By(accounts[1]),
            new Session { Id = 3, Origin = "cellar" }.By(accounts[2]), new Session { Id = 4, Origin = "nowhere" },
            // Half a key is none.
            new Session { Id = 5, AccountBranch = 1, Origin = "somewhere" },
        ];
        return [.. accounts, .. sessions];
    }

    private static AddressBook Book(int id, Person person, params string[] numbers)
    {
        var book = new AddressBook { Id = id, PersonCode = person.Code };
        foreach (var number in numbers)
        {
            book.Phones.Add(new PhoneNumber { Number = number });
        }

        return book;
    }

    private static Guid IdOf(int number) => new(number, 0, 0, new byte[8]);
}
