using GdprKit.Mapping;
using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

public sealed class DependentTests : PlanTest
{
    private static readonly ProcessingRegister Register = RegisterOf(Activity("service", Years("service", 2, Seen)));

    private static readonly IPersonalDataMap Clients = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name).Event(Seen, c => c.SeenOn));

    private static readonly IPersonalDataMap Orders = Map<Order>(data => data.BelongsTo(p => p.Client).Field(Name, p => p.Address).Event(Seen, p => p.MadeOn));

    private static readonly IPersonalDataMap BareOrders = Map<Order>(data => data.BelongsTo(p => p.Client));

    [Theory]
    [InlineData(ReferenceDeletion.Restrict)]
    [InlineData(ReferenceDeletion.Cascade)]
    [InlineData(ReferenceDeletion.SetNull)]
    [InlineData(ReferenceDeletion.Unspecified)]
    public void Somebody_s_rows_with_fields_are_awaited_whatever_the_database_would_do(ReferenceDeletion onDelete)
    {
        Only<Client>(Plan(Register, Shop(onDelete), Clients, Orders)).Should().Be(DependentDisposal.AwaitedFirst, "whose they are must stay known");
    }

    [Fact]
    public void Somebody_s_rows_without_fields_go_along_with_the_row_they_belong_to()
    {
        Only<Client>(Plan(Register, Shop(ReferenceDeletion.Restrict), Clients, BareOrders)).Should().Be(DependentDisposal.GoAlong);
    }

    [Fact]
    public void Somebody_s_rows_do_not_go_along_with_a_row_that_they_only_mention()
    {
        Vouchers(ReferenceDeletion.Restrict).Should().Be(DependentDisposal.AwaitedFirst);
        Vouchers(ReferenceDeletion.Cascade).Should().Be(DependentDisposal.AwaitedFirst);

        static DependentDisposal Vouchers(ReferenceDeletion onDelete) => Only<Voucher>(Plan(Register, WithVouchers(onDelete), Clients, Orders, VoucherMap));
    }

    [Fact]
    public void A_mention_that_may_be_missing_is_detached()
    {
        Only<Voucher>(Plan(Register, WithVouchers(ReferenceDeletion.SetNull), Clients, Orders, VoucherMap)).Should().Be(DependentDisposal.Detached);
    }

    [Fact]
    public void A_mention_that_must_be_there_is_awaited_even_if_the_database_says_that_it_is_emptied()
    {
        var store = new StoreSketch().Entity<Order>().Entity<OrderLine>().Refers<OrderLine, Order>("OrderId", ReferenceDeletion.SetNull);
        var orders = Map<Order>(data => data.IsSubject(Customers, p => p.Id).Field(Name, p => p.Address).Event(Seen, p => p.MadeOn));
        var lines = Map<OrderLine>(data => data.IsSubject(Customers, l => l.Id).Field(Name, l => l.Article).Event(Seen, l => l.Order.MadeOn));

        Only<Order>(Plan(Register, store, orders, lines)).Should().Be(DependentDisposal.AwaitedFirst);
    }

    [Fact]
    public void Nobody_s_rows_go_along_when_the_database_takes_them_along()
    {
        Only<Client>(Plan(Register, Shop(ReferenceDeletion.Cascade), Clients)).Should().Be(DependentDisposal.GoAlong);
        Only<Client>(Plan(Register, Shop(ReferenceDeletion.SetNull), Clients)).Should().Be(DependentDisposal.Detached);
        Only<Client>(Plan(Register, Shop(ReferenceDeletion.Restrict), Clients)).Should().Be(DependentDisposal.AwaitedFirst);
    }

    [Theory]
    [InlineData(ReferenceDeletion.Cascade, DependentDisposal.GoAlong)]
    [InlineData(ReferenceDeletion.Restrict, DependentDisposal.AwaitedFirst)]
    public void Nobody_s_rows_go_along_only_if_all_that_they_would_take_along_can(ReferenceDeletion further, DependentDisposal expected)
    {
        var store = Shop(ReferenceDeletion.Cascade).Entity<OrderLine>().Refers<OrderLine, Order>("OrderId", further);

        Only<Client>(Plan(Register, store, Clients)).Should().Be(expected);
    }

    [Fact]
    public void Nobody_s_rows_never_take_somebody_s_rows_along()
    {
        var store = Shop(ReferenceDeletion.Cascade).Entity<OrderLine>().Refers<OrderLine, Order>("OrderId", ReferenceDeletion.Cascade);
        var lines = Map<OrderLine>(data => data.BelongsTo(l => l.Order.Client).Field(Name, l => l.Article).Event(Seen, l => l.Order.MadeOn));

        var client = Planned<Client>(Plan(Register, store, Clients, lines));

        client.Dependents.Single(dependent => dependent.Entity.Type == typeof(Order)).Disposal.Should().Be(DependentDisposal.AwaitedFirst);
    }

    [Fact]
    public void A_cascade_that_comes_back_to_where_it_began_takes_nobody_along()
    {
        var store = WithVouchers(ReferenceDeletion.Cascade, ReferenceDeletion.Cascade).Refers<Voucher, Order>("GivenWithId", ReferenceDeletion.Cascade);

        Planned<Client>(Plan(Register, store, Clients)).Dependents.Select(dependent => dependent.Disposal).Should().AllBeEquivalentTo(DependentDisposal.GoAlong);
    }

    [Fact]
    public void Views_await_nothing()
    {
        var store = new StoreSketch().Entity<Client>().Entity<Order>(entity => entity with { IsReadOnly = true }).Refers<Order, Client>("ClientId");

        Planned<Client>(Plan(Register, store, Clients)).Dependents.Should().BeEmpty();
    }

    [Fact]
    public void A_reference_to_a_base_class_is_one_to_each_derived_class_and_is_listed_once()
    {
        var store = new StoreSketch().Entity<Client>().Entity<Wholesaler>().Entity<Order>().Refers<Order, Client>("ClientId");

        var plan = Plan(Register, store, Clients, Orders);

        Only<Client>(plan).Should().Be(DependentDisposal.AwaitedFirst);
        Only<Wholesaler>(plan).Should().Be(DependentDisposal.AwaitedFirst);
    }

    [Fact]
    public void A_reference_of_a_base_class_is_listed_where_it_is_declared()
    {
        var store = new StoreSketch().Entity<Client>().Entity<Wholesaler>().Refers<Client, Client>("AdvisorId", ReferenceDeletion.SetNull);

        var dependents = Planned<Wholesaler>(Plan(Register, store, Clients)).Dependents;

        dependents.Select(dependent => dependent.Entity.Name).Should().Equal(nameof(Client));
    }

    [Fact]
    public void Rows_go_along_only_if_no_derived_class_adds_fields()
    {
        var store = new StoreSketch().Entity<Voucher>().Entity<Client>().Entity<Wholesaler>().Refers<Client, Voucher>("AdvisorId");
        var vouchers = Map<Voucher>(data => data.IsSubject(Customers, v => v.Id).Field(Name, v => v.Code).Event(Seen, v => v.Client!.SeenOn));
        var clients = Map<Client>(data => data.BelongsTo<Voucher>(c => c.AdvisorId!));
        var wholesalers = Map<Wholesaler>(data => data.Field(Name, w => w.Company).Event(Seen, w => w.SeenOn));

        Only<Voucher>(Plan(Register, store.Refers<Voucher, Client>("ClientId", ReferenceDeletion.SetNull), vouchers, clients)).Should().Be(DependentDisposal.GoAlong);
        Only<Voucher>(Plan(Register, store, vouchers, clients, wholesalers)).Should().Be(DependentDisposal.AwaitedFirst);
    }

    [Fact]
    public void A_key_that_only_the_map_knows_is_awaited_as_a_foreign_key_is()
    {
        var store = new StoreSketch().Entity<Client>().Entity<Order>();
        var orders = Map<Order>(data => data.BelongsTo<Client>(p => p.ClientId!).Field(Name, p => p.Address).Event(Seen, p => p.MadeOn));

        var plan = Plan(Register, store, Clients, orders);

        Only<Client>(plan).Should().Be(DependentDisposal.AwaitedFirst, "else a new client with the same key would inherit the orders");
        Only<Client>(Plan(Register, store, Clients, Map<Order>(data => data.BelongsTo<Client>(p => p.ClientId!)))).Should().Be(DependentDisposal.GoAlong);
        plan.Entities.Select(entity => entity.ToString()).Should().Equal(nameof(Order), nameof(Client));
    }

    [Fact]
    public void A_key_that_the_map_and_the_store_know_is_awaited_once()
    {
        var orders = Map<Order>(data => data.BelongsTo<Client>(p => p.ClientId!).Field(Name, p => p.Address).Event(Seen, p => p.MadeOn));

        Planned<Client>(Plan(Register, Shop(ReferenceDeletion.Restrict), Clients, orders)).Dependents.Should().ContainSingle();
    }

    [Fact]
    public void A_reference_that_no_foreign_key_holds_awaits_nothing()
    {
        var store = new StoreSketch().Entity<Client>().Entity<Order>(entity => entity with { References = [Reference("Client", ["ClientId"]) with { IsForeignKey = false }] });

        Planned<Client>(Plan(Register, store, Clients)).Dependents.Should().BeEmpty();
    }

    [Fact]
    public void Nobody_s_rows_go_along_when_what_refers_to_them_is_detached()
    {
        var store = new StoreSketch().Entity<Client>().Entity<Voucher>().Entity<Order>()
            .Refers<Voucher, Client>("ClientId", ReferenceDeletion.Cascade)
            .Refers<Order, Voucher>("VoucherId", ReferenceDeletion.SetNull);

        Only<Client>(Plan(Register, store, Clients)).Should().Be(DependentDisposal.GoAlong);
    }

    [Fact]
    public void A_reference_of_several_columns_is_detached_only_if_all_of_them_may_be_missing()
    {
        DisposalOf("ClientId", "VoucherId").Should().Be(DependentDisposal.Detached);
        DisposalOf("ClientId", "Id").Should().Be(DependentDisposal.AwaitedFirst);
        DisposalOf("Id", "ClientId").Should().Be(DependentDisposal.AwaitedFirst);

        static DependentDisposal DisposalOf(params ValueList<string> columns) =>
            Only<Client>(Plan(Register, new StoreSketch().Entity<Client>().Entity<Order>(entity => entity with { References = [Reference("Client", columns)] }), Clients));
    }

    [Fact]
    public void A_mention_that_shares_a_column_with_what_says_whose_the_row_is_is_not_detached()
    {
        var store = Shop(ReferenceDeletion.Restrict).Entity<Voucher>();
        var shared = new StoreSketch().Entity<Client>().Entity<Voucher>().Entity<Order>(entity => entity with
        {
            References = [Reference("Client", ["ClientId"]) with { Navigation = StoreSketch.Path("Client") }, Reference("Voucher", ["ClientId", "VoucherId"])],
        });

        Only<Voucher>(Plan(Register, store.Refers<Order, Voucher>("VoucherId", ReferenceDeletion.SetNull), Clients, Orders, VoucherOfNobodyElse)).Should().Be(DependentDisposal.Detached);
        Only<Voucher>(Plan(Register, shared, Clients, Orders, VoucherOfNobodyElse)).Should().Be(DependentDisposal.AwaitedFirst, "nobody would know any more whose the order is");
    }

    private static readonly IPersonalDataMap VoucherOfNobodyElse = Map<Voucher>(data => data.IsSubject(Customers, v => v.Id).Field(Name, v => v.Code));

    private static ReferenceDescription Reference(string target, ValueList<string> columns) =>
        new(null, columns.Select(StoreSketch.Path).ToValueList(), target, columns.Select(_ => StoreSketch.Path("Id")).ToValueList(), IsForeignKey: true) { OnDelete = ReferenceDeletion.SetNull };

    private static readonly IPersonalDataMap VoucherMap = Map<Voucher>(data => data.BelongsTo(v => v.Client).Field(Name, v => v.Code).Event(Seen, v => v.Client!.SeenOn));

    private static StoreSketch Shop(ReferenceDeletion onDelete) => new StoreSketch().Entity<Client>().Entity<Order>().Refers<Order, Client>("ClientId", onDelete);

    private static StoreSketch WithVouchers(ReferenceDeletion onDelete, ReferenceDeletion ofClients = ReferenceDeletion.Restrict) => Shop(ofClients).Entity<Voucher>()
        .Refers<Voucher, Client>("ClientId", ofClients)
        .Refers<Order, Voucher>("VoucherId", onDelete);

    private static DependentDisposal Only<T>(DisposalPlan plan) => Planned<T>(plan).Dependents.Should().ContainSingle().Which.Disposal;
}
