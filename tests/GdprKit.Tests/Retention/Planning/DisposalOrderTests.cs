using GdprKit.Mapping;
using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

public sealed class DisposalOrderTests : PlanTest
{
    private static readonly ProcessingRegister Register = RegisterOf(Activity("service", Years("service", 2, Seen)));

    private static readonly IPersonalDataMap Clients = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name).Event(Seen, c => c.SeenOn));

    private static readonly IPersonalDataMap Orders = Map<Order>(data => data.BelongsTo(p => p.Client).Field(Name, p => p.Address).Event(Seen, p => p.MadeOn));

    private static readonly IPersonalDataMap Lines = Map<OrderLine>(data => data.BelongsTo(l => l.Order));

    private static readonly IPersonalDataMap Vouchers = Map<Voucher>(data => data.BelongsTo(v => v.Client).Field(Name, v => v.Code).Event(Seen, v => v.Client!.SeenOn));

    [Fact]
    public void What_refers_to_others_goes_before_them()
    {
        var store = Shop().Entity<OrderLine>().Refers<OrderLine, Order>("OrderId");

        OrderOf(Plan(Register, store, Clients, Orders, Lines)).Should().Equal(nameof(OrderLine), nameof(Order), nameof(Client));
    }

    [Fact]
    public void Entities_that_refer_to_each_other_in_a_circle_are_a_fault()
    {
        var store = Shop().Entity<Voucher>().Refers<Voucher, Client>("ClientId").Refers<Order, Voucher>("VoucherId").Refers<Voucher, Order>("GivenWithId");

        var planning = () => Plan(Register, store, Clients, Orders, Vouchers);

        planning.Should().Throw<InvalidPersonalDataMapException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
            "GDPR4040: Order is referred to by Voucher is referred to by Order: rows that wait for each other never go. "
            + "Let one of the references be optional, with SetNull when the other row goes, or take one of the entities out of the circle.");
    }

    [Fact]
    public void A_reference_that_can_be_emptied_opens_the_circle()
    {
        var store = Shop().Entity<Voucher>().Refers<Voucher, Client>("ClientId").Refers<Order, Voucher>("VoucherId", ReferenceDeletion.SetNull).Refers<Voucher, Order>("GivenWithId");

        OrderOf(Plan(Register, store, Clients, Orders, Vouchers)).Should().Equal(nameof(Voucher), nameof(Order), nameof(Client));
    }

    [Fact]
    public void Rows_of_one_entity_that_refer_to_each_other_are_no_circle()
    {
        var store = new StoreSketch().Entity<Client>().Refers<Client, Client>("AdvisorId");

        OrderOf(Plan(Register, store, Clients)).Should().Equal(nameof(Client));
    }

    [Fact]
    public void Rows_of_a_family_that_refer_to_each_other_are_no_circle()
    {
        var store = new StoreSketch().Entity<Client>().Entity<Wholesaler>().Refers<Client, Client>("AdvisorId").Refers<Wholesaler, Wholesaler>("ParentId");

        OrderOf(Plan(Register, store, Clients)).Should().Equal(nameof(Client), nameof(Wholesaler));
    }

    [Fact]
    public void Each_store_has_an_order_of_its_own()
    {
        var crm = Shop();
        var mailing = new StoreSketch("Mailing").Entity<Voucher>();
        var vouchers = Map<Voucher>(data => data.IsSubject(Customers, v => v.Id).Field(Name, v => v.Code).Event(Seen, v => v.Client!.SeenOn));
        var map = PersonalDataMap.Create(Register, [Clients, Orders, vouchers], [crm.Description, mailing.Refers<Voucher, Voucher>("ClientId").Description]);

        DisposalPlan.Create(map).Entities.Select(entity => (entity.Store, entity.ToString()))
            .Should().Equal(("Mailing", nameof(Voucher)), ("Shop", nameof(Order)), ("Shop", nameof(Client)));
    }

    [Fact]
    public void What_can_only_be_read_and_what_is_nobody_s_is_not_planned()
    {
        var store = Shop().Entity<Voucher>(entity => entity with { IsReadOnly = true, Key = [] }).Refers<Voucher, Client>("ClientId");
        var orders = Map<Order>(data => data.NotPersonal("a shop", p => p.Address));

        OrderOf(Plan(Register, store, Clients, orders, Vouchers)).Should().Equal(nameof(Client));
    }

    private static StoreSketch Shop() => new StoreSketch().Entity<Client>().Entity<Order>().Refers<Order, Client>("ClientId");

    private static IEnumerable<string> OrderOf(DisposalPlan plan) => plan.Entities.Select(entity => entity.ToString());
}
