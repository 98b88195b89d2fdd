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

    [Fact]
    public void What_a_map_says_takes_the_place_of_a_value_also_where_it_can_be_empty()
    {
        var buyers = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Email).ReplacedBy(c => c.Email, "nobody").Event(Seen, c => c.SeenOn));

        Planned<Client>(Plan(Deleting, Store, buyers)).Groups.Single().Fields.Single().Should().BeEquivalentTo(
            new { Disposal = FieldDisposal.Replaced, Replacement = new Replacement.Constant("nobody") });
    }

    [Fact]
    public void What_a_row_owns_is_replaced_as_a_whole_where_a_part_of_it_always_has_a_value()
    {
        var store = new StoreSketch().Entity<Client>(client => client with
        {
            Properties = [.. client.Properties, Owned<string>("Home.City"), Owned<int>("Home.Number"), Owned<string>("Work.City"), Owned<int?>("Work.Number")],
        });
        var buyers = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, "Home.City", "Home.Number", "Work.City", "Work.Number").Event(Seen, c => c.SeenOn));

        Planned<Client>(Plan(Deleting, store, buyers)).Groups.Single().Fields.Select(field => $"{field} {field.Disposal}").Should().Equal(
            "Home.City Replaced", "Home.Number Replaced", "Work.City Emptied", "Work.Number Emptied");

        static PropertyDescription Owned<T>(string path) => new() { Path = PropertyPath.Parse(path), Type = typeof(T), IsNullable = true, DeclaredBy = nameof(Client) };
    }

    [Fact]
    public void What_nothing_can_replace_is_emptied_where_it_can_be_even_if_it_is_to_be_anonymous()
    {
        var unique = new StoreSketch().Entity<Client>(client => client with
        {
            Properties = client.Properties.Select(property => property.Path.ToString() == "Email" ? property with { IsUnique = true, MaxLength = 10 } : property).ToValueList(),
        });

        Planned<Client>(Plan(Anonymising, unique, Buyers)).Groups.SelectMany(group => group.Fields).Single(planned => planned.ToString() == "Email").Disposal.Should().Be(FieldDisposal.Emptied);
    }

    private static FieldDisposal DisposalOf<T>(ProcessingRegister register, string field) =>
        Planned<T>(Plan(register, Store, Buyers, Orders)).Groups.SelectMany(group => group.Fields).Single(planned => planned.ToString() == field).Disposal;
}
