using System.Linq.Expressions;
using CsCheck;

namespace GdprKit.Mapping;

/// <summary>The function of a map over objects, where what is missing is missing further on.</summary>
public sealed class HostFunctionTests
{
    private static readonly Expression<Func<Guest, bool>>[] Conditions =
    [
        guest => guest.Age > 17,
        guest => guest.Age!.Value >= 18 && guest.Home!.Street.Length > 3,
        guest => guest.Home!.City!.StartsWith('U') || guest.Name == "Ann",
        guest => guest.Stays.Any(stay => stay.Nights > 2),
        guest => guest.Stays.Max(stay => stay.Nights) - guest.Stays.Min(stay => stay.Nights) > 1,
        guest => guest.Stays.Count(stay => stay.Guest!.Age == 18) == guest.Stays.Count,
        guest => (guest.Home!.City ?? "nowhere") != "Delft",
        guest => guest.Left!.Value.Year == 2026 || !guest.Left.HasValue,
        guest => (guest.Age == null ? 0 : guest.Age.Value) * 2 < 40,
    ];

    private static readonly Gen<Guest> Complete =
        from name in Gen.OneOf(Gen.Const("Ann"), Gen.Const("Bob"))
        from age in Gen.Int[10, 25]
        from city in Gen.OneOf(Gen.Const("Utrecht"), Gen.Const("Delft"))
        from street in Gen.OneOf(Gen.Const("Kade"), Gen.Const("Ee"))
        from year in Gen.Int[2025, 2027]
        from nights in Gen.Int[1, 5].Array[1, 4]
        select Linked(new Guest { Name = name, Age = age, Home = new Place { City = city, Street = street }, Left = new DateOnly(year, 1, 1) }, nights);

    [Fact]
    public void Of_a_row_that_lacks_nothing_a_function_says_what_it_says_in_the_program() => Complete.Sample(guest =>
        Conditions.All(condition => Equals(Ask(condition, guest), condition.Compile()(guest))));

    [Fact]
    public void What_is_missing_is_no_fault_and_meets_nothing()
    {
        var nobody = new Guest();

        Ask(guest => guest.Age > 17, nobody).Should().Be(false);
        Ask(guest => guest.Home!.City!.Length > 3, nobody).Should().Be(false);
        Ask(guest => guest.Home!.City!.StartsWith('U'), nobody).Should().BeNull();
        Ask(guest => guest.Home!.City == null, nobody).Should().Be(true);
        Ask(guest => guest.Left!.Value.Year == 2026, nobody).Should().Be(false);
        Ask(guest => guest.Left.HasValue, nobody).Should().Be(false);
        Ask(guest => guest.Home!.City!.StartsWith('U') || guest.Name == "", nobody).Should().Be(true, "one of the two is known");
        Ask(guest => guest.Home!.City!.StartsWith('U') && guest.Name == "", nobody).Should().Be(false);
    }

    [Fact]
    public void A_collection_that_is_not_there_is_empty_and_of_nothing_there_is_no_largest()
    {
        var nobody = new Guest { Stays = null! };

        Ask(guest => guest.Stays.Any(), nobody).Should().Be(false);
        Ask(guest => !guest.Stays.Any(), nobody).Should().Be(true);
        Compute(guest => guest.Stays.Count(), nobody).Should().Be(0);
        Compute(guest => guest.Stays.Max(stay => stay.From), nobody).Should().BeNull();
        Compute(guest => guest.Stays.Max(stay => (DateOnly?)stay.From), nobody).Should().BeNull();
        Compute(guest => guest.Stays.Select(stay => stay.From).Min(), new Guest()).Should().BeNull();
    }

    [Fact]
    public void What_a_function_takes_from_where_it_was_written_is_read_when_it_is_asked()
    {
        var limit = 17;
        Expression<Func<Guest, bool>> grownUp = guest => guest.Age > limit;
        var asked = new HostFunctions().Of(grownUp);
        var guest = new Guest { Age = 18 };

        asked(guest).Should().Be(true);
        limit = 20;
        asked(guest).Should().Be(false);
    }

    [Fact]
    public void A_function_of_a_base_is_asked_of_derived_objects() =>
        new HostFunctions().Of((Expression<Func<Guest, string>>)(guest => guest.Name))(new RegularGuest { Name = "Ann" }).Should().Be("Ann");

    [Fact]
    public void A_function_becomes_code_once()
    {
        var functions = new HostFunctions();
        Expression<Func<Guest, string>> name = guest => guest.Name;

        functions.Of(name).Should().BeSameAs(functions.Of(name));
    }

    private static object? Ask(Expression<Func<Guest, bool>> function, Guest guest) => new HostFunctions().Of(function)(guest);

    private static object? Compute<T>(Expression<Func<Guest, T>> function, Guest guest) => new HostFunctions().Of(function)(guest);

    private static Guest Linked(Guest guest, int[] nights)
    {
        guest.Stays.AddRange(nights.Select(each => new Stay { Guest = guest, Nights = each }));
        return guest;
    }

    private class Guest
    {
        public string Name { get; set; } = "";

        public int? Age { get; set; }

        public DateOnly? Left { get; set; }

        public Place? Home { get; set; }

        public List<Stay> Stays { get; set; } = [];
    }

    private sealed class RegularGuest : Guest;

    private sealed class Place
    {
        public string Street { get; set; } = "";

        public string? City { get; set; }
    }

    private sealed class Stay
    {
        public Guest? Guest { get; set; }

        public int Nights { get; set; }

        public DateOnly From { get; set; }
    }
}
