using GdprKit.Mapping;
using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

public sealed class FieldDisposalTests : PlanTest
{
    private static readonly ProcessingRegister Deleting = RegisterOf(Activity("service", Years("service", 2, Seen)));

    private static readonly ProcessingRegister Anonymising = RegisterOf(Activity("service", Years("service", 2, Seen, DisposalAction.Anonymise)));

    private static readonly StoreSketch Store = new StoreSketch().Entity<Client>().Entity<Order>().Entity<OrderLine>()
        .Refers<Client, Client>("AdvisorId", ReferenceDeletion.SetNull)
        .Refers<Order, Client>("ClientId")
        .Refers<OrderLine, Order>("OrderId");

    private static readonly IPersonalDataMap Buyers = Map<Client>(data => data
        .IsSubject(Customers, c => c.Id)
        .Field(Name, c => c.Id, c => c.Name, c => c.Email, c => c.AdvisorId)
        .Event(Seen, c => c.SeenOn));

    private static readonly IPersonalDataMap Orders = Map<Order>(data => data.BelongsTo(p => p.Client).Field(Name, p => p.ClientId, p => p.Address).Event(Seen, p => p.MadeOn));

    [Fact]
    public void What_can_be_empty_is_emptied()
    {
        DisposalOf<Client>(Deleting, "Email").Should().Be(FieldDisposal.Emptied);
    }

    [Fact]
    public void What_must_have_a_value_gets_another()
    {
        DisposalOf<Client>(Deleting, "Name").Should().Be(FieldDisposal.Replaced);
    }

    [Fact]
    public void What_is_made_anonymous_gets_another_value_even_if_it_can_be_empty()
    {
        DisposalOf<Client>(Anonymising, "Email").Should().Be(FieldDisposal.Replaced);
    }

    [Fact]
    public void The_key_goes_with_the_row()
    {
        DisposalOf<Client>(Deleting, "Id").Should().Be(FieldDisposal.WithRow);
        DisposalOf<Client>(Anonymising, "Id").Should().Be(FieldDisposal.WithRow);
    }

    [Fact]
    public void What_says_whose_the_row_is_goes_with_the_row()
    {
        DisposalOf<Order>(Deleting, "ClientId").Should().Be(FieldDisposal.WithRow);
    }

    [Fact]
    public void What_a_person_is_known_by_goes_with_the_row_also_when_it_is_not_the_key_of_the_table()
    {
        var known = Map<Client>(data => data.IsSubject(Customers, c => c.Email).Field(Name, c => c.Email).Event(Seen, c => c.SeenOn));

        Planned<Client>(Plan(Deleting, new StoreSketch().Entity<Client>(), known)).Groups.Single().Fields.Single().Disposal.Should().Be(FieldDisposal.WithRow);
    }

    [Fact]
    public void A_reference_that_may_be_missing_is_emptied_and_never_replaced()
    {
        DisposalOf<Client>(Deleting, "AdvisorId").Should().Be(FieldDisposal.Emptied);
        DisposalOf<Client>(Anonymising, "AdvisorId").Should().Be(FieldDisposal.Emptied);
    }

    [Fact]
    public void A_reference_that_must_be_there_goes_with_the_row()
    {
        var lines = Map<OrderLine>(data => data
            .IsSubject(Customers, l => l.Id)
            .Field(Name, l => l.OrderId)
            .Event(Seen, l => l.Order.MadeOn));

        Planned<OrderLine>(Plan(Deleting, Store, lines)).Groups.Single().Fields.Single().Disposal.Should().Be(FieldDisposal.WithRow);
    }

    private static FieldDisposal DisposalOf<T>(ProcessingRegister register, string field) =>
        Planned<T>(Plan(register, Store, Buyers, Orders)).Groups.SelectMany(group => group.Fields).Single(planned => planned.ToString() == field).Disposal;
}
