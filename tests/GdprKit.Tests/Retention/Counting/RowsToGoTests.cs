using GdprKit.Mapping;
using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

/// <summary>Which rows go whole, and which wait for others.</summary>
public sealed class RowsToGoTests : CountingTest
{
    private static readonly ProcessingRegister Register = RegisterOf(Activity("service", Years("service", 2, Seen)));

    private static readonly IPersonalDataMap Clients = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name).Event(Seen, c => c.SeenOn));

    private static readonly IPersonalDataMap Orders = Map<Order>(data => data.BelongsTo(o => o.Client).Field(Name, o => o.Address).Event(Seen, o => o.MadeOn));

    private static readonly IPersonalDataMap Lines = Map<OrderLine>(data => data.BelongsTo(l => l.Order));

    [Fact]
    public async Task A_row_waits_for_what_refers_to_it_and_stays()
    {
        object[] rows = [Old(1), Old(2), .. Bought(of: 1, madeYearsAgo: 5), .. Bought(of: 2, madeYearsAgo: 1)];

        (await RowsAsync(Shop(), rows, Clients, Orders)).Should().BeEquivalentTo(new Dictionary<string, long> { ["Client"] = 1, ["Order"] = 1 });
    }

    [Fact]
    public async Task Rows_without_fields_go_with_the_row_they_belong_to()
    {
        var store = Shop().Entity<OrderLine>().Refers<OrderLine, Order>("OrderId");
        var orders = Bought(of: 1, madeYearsAgo: 5).Concat(Bought(of: 1, madeYearsAgo: 1)).ToList();
        object[] rows = [Old(1), .. orders, .. orders.Select(order => new OrderLine { Id = order.Id, OrderId = order.Id, Order = order })];

        (await RowsAsync(store, rows, Clients, Orders, Lines)).Should().BeEquivalentTo(new Dictionary<string, long> { ["Client"] = 0, ["Order"] = 1, ["OrderLine"] = 1 });
    }

    [Fact]
    public async Task A_whole_chain_of_rows_without_fields_goes_with_its_person()
    {
        var store = Shop().Entity<OrderLine>().Refers<OrderLine, Order>("OrderId");
        var orders = Bought(of: 1, madeYearsAgo: 1).ToList();
        object[] rows = [Old(1), .. orders, .. orders.Select(order => new OrderLine { Id = order.Id, OrderId = order.Id, Order = order })];

        (await RowsAsync(store, rows, Clients, Map<Order>(data => data.BelongsTo(o => o.Client)), Lines))
            .Should().BeEquivalentTo(new Dictionary<string, long> { ["Client"] = 1, ["Order"] = 1, ["OrderLine"] = 1 });
    }

    [Fact]
    public async Task A_row_that_goes_along_is_held_by_what_refers_to_it_and_holds_its_person()
    {
        var store = Shop().Entity<Voucher>().Refers<Voucher, Client>("ClientId").Refers<Voucher, Order>("GivenWithId");
        var vouchers = Map<Voucher>(data => data.BelongsTo(v => v.Client).Field(Name, v => v.Code).Event(Seen, v => v.Client!.RegisteredOn));
        var (client, order) = (Old(1), Bought(of: 1, madeYearsAgo: 5).Single());
        client.RegisteredOn = Ago(1);
        object[] rows = [client, order, new Voucher { Id = 1, ClientId = 1, Client = client, GivenWithId = order.Id, GivenWith = order }];

        (await RowsAsync(store, rows, Clients, Map<Order>(data => data.BelongsTo(o => o.Client)), vouchers))
            .Should().BeEquivalentTo(new Dictionary<string, long> { ["Client"] = 0, ["Order"] = 0, ["Voucher"] = 0 });
    }

    [Fact]
    public async Task Rows_without_fields_of_a_derived_person_stay_with_that_person()
    {
        var store = new StoreSketch().Entity<Client>().Entity<Wholesaler>().Entity<Order>().Refers<Order, Client>("ClientId");
        var wholesalers = Map<Wholesaler>(data => data.Field(Contact, w => w.Company));
        var register = RegisterOf(Activity("service", Years("service", 2, Seen)), Activity("trade", Years("trade", 9, Seen)).Using(Contact));
        var bare = Map<Order>(data => data.BelongsTo(o => o.Client));
        var wholesaler = new Wholesaler { Id = 1, SeenOn = Ago(5) };
        object[] rows = [wholesaler, Old(2), new Order { Id = 1, ClientId = 1, Client = wholesaler }, new Order { Id = 2, ClientId = 2 }];

        (await RowsAsync(register, store, rows, Clients, wholesalers, bare)).Should().BeEquivalentTo(new Dictionary<string, long> { ["Client"] = 1, ["Order"] = 1, ["Wholesaler"] = 0 });
    }

    [Fact]
    public async Task Rows_of_several_derived_classes_without_fields_do_not_wait_for_their_person_for_ever()
    {
        var store = new StoreSketch().Entity<Voucher>().Entity<Client>().Entity<Wholesaler>().Refers<Client, Voucher>("AdvisorId");
        var vouchers = Map<Voucher>(data => data.IsSubject(Customers, v => v.Id).Field(Name, v => v.Code).Event(Seen, v => v.Client!.SeenOn));
        var clients = Map<Client>(data => data.BelongsTo<Voucher>(c => c.AdvisorId!));
        object[] rows = [new Voucher { Id = 1, Client = Old(9) }, new Client { Id = 1, AdvisorId = 1 }, new Wholesaler { Id = 2, AdvisorId = 1 }];

        (await RowsAsync(store.Refers<Voucher, Client>("ClientId", ReferenceDeletion.SetNull), rows, vouchers, clients))
            .Should().BeEquivalentTo(new Dictionary<string, long> { ["Client"] = 1, ["Voucher"] = 1, ["Wholesaler"] = 1 });
    }

    [Fact]
    public async Task An_entity_of_which_only_a_derived_class_has_rows_is_looked_at_there()
    {
        var store = new StoreSketch().Entity<Voucher>().Entity<Client>(entity => entity with { IsAbstract = true }).Entity<Wholesaler>().Refers<Client, Voucher>("AdvisorId");
        var vouchers = Map<Voucher>(data => data.IsSubject(Customers, v => v.Id).Field(Name, v => v.Code).Event(Seen, v => v.Client!.SeenOn));
        var wholesalers = Map<Wholesaler>(data => data.BelongsTo<Voucher>(w => w.AdvisorId!).Field(Name, w => w.Company).Event(Seen, w => w.SeenOn));
        object[] rows =
        [
            new Voucher { Id = 1, Client = Old(9) }, new Wholesaler { Id = 1, AdvisorId = 1, SeenOn = Ago(5) },
            new Voucher { Id = 2, Client = Old(9) }, new Wholesaler { Id = 2, AdvisorId = 2, SeenOn = Ago(1) },
        ];

        (await RowsAsync(store.Refers<Voucher, Client>("ClientId", ReferenceDeletion.SetNull), rows, vouchers, wholesalers))
            .Should().BeEquivalentTo(new Dictionary<string, long> { ["Voucher"] = 1, ["Wholesaler"] = 1 });
    }

    [Fact]
    public async Task Rows_of_one_entity_go_from_the_leaves_inwards()
    {
        var store = new StoreSketch().Entity<Client>().Refers<Client, Client>("AdvisorId");
        Client[] rows = [Old(1), Old(2, advisor: 1), Old(3, advisor: 2)];

        (await RowsAsync(store, rows, Clients)).Should().BeEquivalentTo(new Dictionary<string, long> { ["Client"] = 1 });
    }

    [Fact]
    public async Task A_row_that_refers_to_itself_does_not_wait_for_itself()
    {
        var store = new StoreSketch().Entity<Client>().Refers<Client, Client>("AdvisorId");
        Client[] rows = [Old(1, advisor: 1), Old(2, advisor: 2), Old(3, advisor: 2)];

        (await RowsAsync(store, rows, Clients)).Should().BeEquivalentTo(new Dictionary<string, long> { ["Client"] = 2 }, "the second is also the advisor of the third");
    }

    [Fact]
    public async Task A_reference_that_is_emptied_holds_nothing_back()
    {
        var store = new StoreSketch().Entity<Client>().Refers<Client, Client>("AdvisorId", ReferenceDeletion.SetNull);
        Client[] rows = [Old(1), new() { Id = 2, AdvisorId = 1, SeenOn = Ago(0) }];

        (await RowsAsync(store, rows, Clients)).Should().BeEquivalentTo(new Dictionary<string, long> { ["Client"] = 1 });
    }

    [Theory]
    [InlineData(ReferenceDeletion.Restrict, 1)]
    [InlineData(ReferenceDeletion.Cascade, 2)]
    [InlineData(ReferenceDeletion.SetNull, 2)]
    public async Task Rows_without_a_map_hold_back_what_the_database_would_not_let_go(ReferenceDeletion onDelete, long going)
    {
        var store = new StoreSketch().Entity<Client>().Entity<Order>().Refers<Order, Client>("ClientId", onDelete);
        object[] rows = [Old(1), Old(2), new Order { Id = 1, ClientId = 1 }];

        (await RowsAsync(store, rows, Clients)).Should().BeEquivalentTo(new Dictionary<string, long> { ["Client"] = going });
    }

    [Fact]
    public async Task A_row_of_which_one_field_is_needed_stays()
    {
        var register = RegisterOf(Activity("service", Years("service", 2, Seen)), Activity("books", Years("books", 7, Seen)).Using(Contact));
        var clients = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name).Field(Contact, c => c.Email).Event(Seen, c => c.SeenOn));

        (await RowsAsync(register, new StoreSketch().Entity<Client>(), [Old(1)], clients)).Should().BeEquivalentTo(new Dictionary<string, long> { ["Client"] = 0 });
    }

    [Fact]
    public async Task A_row_of_which_a_field_is_only_blanked_stays()
    {
        var register = RegisterOf(Activity("service", Years("service", 2, Seen)), Activity("books", Years("books", 2, Seen, DisposalAction.Blank)).Using(Contact));
        var clients = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name).Field(Contact, c => c.Email).Event(Seen, c => c.SeenOn));

        (await RowsAsync(register, new StoreSketch().Entity<Client>(), [Old(1)], clients)).Should().BeEquivalentTo(new Dictionary<string, long> { ["Client"] = 0 });
    }

    private static StoreSketch Shop() => new StoreSketch().Entity<Client>().Entity<Order>().Refers<Order, Client>("ClientId");

    private static Client Old(int id, int? advisor = null) => new() { Id = id, AdvisorId = advisor, SeenOn = Ago(5) };

    private static IEnumerable<Order> Bought(int of, int madeYearsAgo) => [new() { Id = (of * 10) + madeYearsAgo, ClientId = of, MadeOn = Ago(madeYearsAgo) }];

    private static Task<Dictionary<string, long>> RowsAsync(StoreSketch store, IEnumerable<object> rows, params IEnumerable<IPersonalDataMap> maps) => RowsAsync(Register, store, rows, maps);

    private static async Task<Dictionary<string, long>> RowsAsync(ProcessingRegister register, StoreSketch store, IEnumerable<object> rows, params IEnumerable<IPersonalDataMap> maps) =>
        (await Retention(register, store, rows, maps).PreviewAsync(Token)).Entities.ToDictionary(entity => entity.Entity, entity => entity.RowsToGo);
}
