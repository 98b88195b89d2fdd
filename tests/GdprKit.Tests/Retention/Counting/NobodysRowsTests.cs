using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

/// <summary>Rows that do not say whose they are, or say that they are no person's.</summary>
public sealed class NobodysRowsTests : CountingTest
{
    private static readonly ProcessingRegister Register = RegisterOf(
        Activity("service", Years("service", 2, Seen)),
        Activity("payroll", Years("payroll", 7, Seen)).About(Staff));

    private static readonly IPersonalDataMap AllCustomers = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name).Event(Seen, c => c.SeenOn));

    private static readonly IPersonalDataMap ByRole = Map<Client>(data => data
        .IsSubjectWhen(c => c.Role == "customer", Customers, c => c.Id)
        .IsSubjectWhen(c => c.Role == "staff", Staff, c => c.Id)
        .Field(Name, c => c.Name)
        .Event(Seen, c => c.SeenOn));

    private static readonly IPersonalDataMap Orders = Map<Order>(data => data.BelongsTo(o => o.Client).Field(Name, o => o.Address).Event(Seen, o => o.MadeOn));

    private static readonly StoreSketch Shop = new StoreSketch().Entity<Client>().Entity<Order>().Refers<Order, Client>("ClientId");

    [Fact]
    public async Task Each_kind_of_people_in_a_table_is_under_its_own_rules()
    {
        Client[] rows = [.. new[] { "customer", "staff" }.Select((role, index) => new Client { Id = index + 1, Role = role, SeenOn = Ago(5) })];

        var group = Only<Client>(await Retention(Register, Shop, rows, [ByRole]).PreviewAsync(Token));

        group.Due.Should().Be(1);
        group.Activities.Select(need => (need.Activity.ToString(), need.Rows)).Should().Equal(("payroll", 1), ("service", 0));
    }

    [Fact]
    public async Task A_row_that_the_map_says_is_no_person_is_kept_and_reported()
    {
        Client[] rows = [new() { Id = 1, Role = "robot", SeenOn = Ago(20) }, new() { Id = 2, SeenOn = Ago(20) }, new() { Id = 3, Role = "staff", SeenOn = Ago(20) }];
        var onlyStaff = Map<Client>(data => data.IsSubjectWhen(c => c.Role == "staff", Staff, c => c.Id).Field(Name, c => c.Name).Event(Seen, c => c.SeenOn));

        foreach (var map in new[] { ByRole, onlyStaff })
        {
            var preview = await Retention(Register, Shop, rows, [map]).PreviewAsync(Token);

            Of<Client>(preview).RowsToGo.Should().Be(1);
            Only<Client>(preview).Unresolved.Should().Equal(new UnresolvedRows(UnresolvedReason.NothingApplies, 2));
        }
    }

    [Fact]
    public async Task What_belongs_to_a_row_that_is_no_person_is_kept_and_reported()
    {
        var robot = new Client { Id = 1, Role = "robot", SeenOn = Ago(20) };
        object[] rows = [robot, new Order { Id = 1, ClientId = 1, Client = robot, Address = "Kade 1", MadeOn = Ago(20) }, new Order { Id = 2, ClientId = 1, Client = robot, MadeOn = Ago(20) }];

        var preview = await Retention(Register, Shop, rows, [ByRole, Orders]).PreviewAsync(Token);

        Only<Order>(preview).Due.Should().Be(0);
        Only<Order>(preview).Unresolved.Should().Equal([new UnresolvedRows(UnresolvedReason.NothingApplies, 1)], "of the one that says nothing there is nothing to look after");
    }

    [Fact]
    public async Task An_orphan_that_could_only_be_one_kind_s_is_under_the_rules_of_that_kind()
    {
        object[] rows = [new Order { Id = 1, Address = "Kade 1", MadeOn = Ago(3) }, new Order { Id = 2, Address = "Kade 2", MadeOn = Ago(1) }];

        var preview = await Retention(Register, Shop, rows, [AllCustomers, Orders]).PreviewAsync(Token);

        Only<Order>(preview).Due.Should().Be(1, "whoever it was, nothing needs it");
    }

    [Fact]
    public async Task An_orphan_that_could_be_anybody_s_is_kept_and_reported()
    {
        object[] rows = [new Order { Id = 1, Address = "Kade 1", MadeOn = Ago(30) }];

        var preview = await Retention(Register, Shop, rows, [ByRole, Orders]).PreviewAsync(Token);

        Only<Order>(preview).Due.Should().Be(0);
        Only<Order>(preview).Unresolved.Should().Equal(new UnresolvedRows(UnresolvedReason.NothingApplies, 1));
    }

    [Fact]
    public async Task A_row_with_two_people_is_under_the_rules_of_both_and_each_one_s_own_fields_under_theirs()
    {
        var (customer, employee) = (new Client { Id = 1, Role = "customer" }, new Client { Id = 2, Role = "staff" });
        var store = new StoreSketch().Entity<Client>().Entity<Letter>().Refers<Letter, Client>("AuthorId").Refers<Letter, Client>("ReaderId");
        var letters = Map<Letter>(data => data
            .BelongsTo(l => l.Author).BelongsTo(l => l.Reader)
            .FieldOf(l => l.Author, Name, l => l.AuthorName)
            .FieldOf(l => l.Reader, Name, l => l.ReaderName)
            .SharedField(Name, l => l.Text)
            .Event(Seen, l => l.WrittenOn));
        object[] rows = [customer, employee, new Letter { Id = 1, AuthorId = 1, Author = customer, ReaderId = 2, Reader = employee, AuthorName = "Somebody", ReaderName = "Somebody else", Text = "hello", WrittenOn = Ago(5) }];

        var preview = Of<Letter>(await Retention(Register, store, rows, [ByRole, letters]).PreviewAsync(Token));

        preview.Groups.Select(group => (group.Fields.Single().ToString(), group.Due)).Should().BeEquivalentTo([("AuthorName", 1L), ("ReaderName", 0L), ("Text", 0L)]);
        preview.RowsToGo.Should().Be(0);
    }
}
