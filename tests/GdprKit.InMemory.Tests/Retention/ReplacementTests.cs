using GdprKit.Mapping;
using GdprKit.Retention;
using Microsoft.Extensions.DependencyInjection;
using static GdprKit.ShopKeys;

namespace GdprKit.InMemory.Retention;

/// <summary>Values of objects are replaced where their properties can take it; where they cannot, that is told before anybody tries.</summary>
public sealed class ReplacementTests : IAsyncDisposable
{
    private static readonly Replacement Dash = new Replacement.Constant("-");

    private readonly List<Passenger> _passengers =
    [
        new() { Id = 1, Name = "Anna", Login = "anna", Seat = new Seat { Row = "12" }, Bags = [new Bag { Label = "red" }] },
        new() { Id = 2, Name = "-", Login = "bram" },
    ];

    private readonly ServiceProvider _services;

    public ReplacementTests()
    {
        var services = new ServiceCollection();
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(TestRegisters.Shop())
            .AddMap<Passenger>(data => data.IsSubject(Customers, p => p.Id).Field(Name, p => p.Name, p => p.Login, p => p.Seat!.Row).Field(Name, p => p.Bags.Select(b => b.Label)))
            .UseInMemory(memory => memory.Keep(_passengers, kept => kept.Unique(p => p.Login)))
            .UseInMemoryLedger());
        _services = services.BuildServiceProvider();
    }

    private IPersonalDataDisposer Disposer => (IPersonalDataDisposer)_services.GetRequiredService<IPersonalDataStore>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Values_are_replaced_once_and_what_is_not_there_is_left_alone()
    {
        var disposal = Disposal(("Name", Dash), ("Seat.Row", Dash));

        (await Disposer.DisposeOfAsync([disposal], null, TestContext.Current.CancellationToken)).Should().Equal(1);

        _passengers.Select(passenger => (passenger.Name, passenger.Seat?.Row)).Should().Equal(("-", "-"), ("-", null));
        (await Disposer.DisposeOfAsync([disposal], null, TestContext.Current.CancellationToken)).Should().Equal(0);
    }

    [Fact]
    public async Task What_was_replaced_stays_as_it_is_when_something_else_goes()
    {
        var text = new Replacement.PerRow("anon-");
        await Disposer.DisposeOfAsync([Disposal(("Login", text))], null, TestContext.Current.CancellationToken);
        var logins = _passengers.Select(passenger => passenger.Login).ToList();

        (await Disposer.DisposeOfAsync([Disposal(("Login", text), ("Name", Dash))], null, TestContext.Current.CancellationToken)).Should().Equal(1);

        _passengers.Select(passenger => passenger.Login).Should().Equal(logins).And.OnlyHaveUniqueItems().And.OnlyContain(login => text.Is(login));
    }

    [Theory]
    [InlineData("Login", "Login of Passenger cannot be replaced: it must differ from row to row, and what would take its place is the same in every row. Let it be empty, or let it go with its object")]
    [InlineData("Bags.Label", "Bags.Label of Passenger is in a collection. Let it go with its object")]
    [InlineData("Code", "Code of Passenger cannot be replaced: it is a Int32, and what would take its place is a String. Let it be empty, or let it go with its object")]
    [InlineData("Id", "Id of Passenger is part of its key. Let it go with its object")]
    public async Task What_cannot_be_replaced_is_refused_and_changes_nothing(string property, string why)
    {
        var disposal = Disposal(("Name", Dash), (property, Dash));

        Disposer.WhyNotDisposable(disposal).Should().Be(why);
        var disposing = async () => await Disposer.DisposeOfAsync([disposal], null, TestContext.Current.CancellationToken);
        await disposing.Should().ThrowAsync<InvalidOperationException>().WithMessage($"GDPR1093: {why}.");
        _passengers[0].Name.Should().Be("Anna");
    }

    private RowDisposal Disposal(params (string Property, Replacement By)[] replacements) => new()
    {
        Entity = _services.GetRequiredService<PersonalDataMap>().Stores.Single().Entities.Single(),
        Where = RowCondition.Always,
        Shield = RowShield.Of([Restriction.Fold]),
        Change = new RowChange.Empty([]) { Replacements = replacements.Select(each => new FieldReplacement(PropertyPath.Parse(each.Property), each.By)).ToValueList() },
    };

    private sealed class Passenger
    {
        public required int Id { get; set; }

        public required string Name { get; set; }

        public required string Login { get; set; }

        public int Code { get; set; }

        public Seat? Seat { get; init; }

        public IReadOnlyList<Bag> Bags { get; init; } = [];
    }

    private sealed class Seat
    {
        public required string Row { get; set; }
    }

    private sealed class Bag
    {
        public required string Label { get; set; }
    }
}
