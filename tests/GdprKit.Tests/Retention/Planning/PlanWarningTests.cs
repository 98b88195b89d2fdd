using NodaTime;
using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

public sealed class PlanWarningTests : PlanTest
{
    private static readonly ProcessingActivity Service = Activity("service", Years("service", 2, Seen));

    private static readonly StoreSketch Clients = new StoreSketch().Entity<Client>();

    [Fact]
    public void A_plan_that_works_as_it_was_meant_warns_of_nothing()
    {
        WarningsOf(Plan(RegisterOf(Service), Clients, People(_ => { }))).Should().BeEmpty();
    }

    [Fact]
    public void A_period_that_runs_from_an_event_without_a_date_is_told_once_per_group()
    {
        var register = RegisterOf(Service, Activity("books", Years("books", 7, Sold)), Activity("claims", Years("claims", 5, Sold)));

        WarningsOf(Plan(register, Clients, People(_ => { }))).Should().Equal(
            "GDPR4041: Client: the period of 'books', 'claims' for Name runs from 'sold', and the map of Client does not say when that was. "
            + "Name the date in that map, also over a navigation: .Event(Key<RetentionEvent>.Parse(\"sold\"), x => x.…). Until then what depends on it is kept and reported.");
    }

    [Fact]
    public void A_fallback_without_a_date_is_told_too()
    {
        var term = new RetentionTerm.After { Events = [Seen], Fallback = Registered, Anchor = RetentionAnchor.Exact, Period = Period.FromYears(2) };

        WarningsOf(Plan(RegisterOf(Activity("service", Rule("service", term))), Clients, People(_ => { }))).Should().ContainSingle().Which.Should().StartWith("GDPR4041").And.Contain("'registered'");
    }

    [Fact]
    public void The_day_of_birth_is_the_date_of_a_birth()
    {
        var register = RegisterOf(Activity("youth", Rule("youth", new RetentionTerm.UntilAge(Birth, 18))));

        WarningsOf(Plan(register, Clients, Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.BornOn).BirthDate(c => c.BornOn!)))).Should().BeEmpty();
    }

    [Fact]
    public void Of_two_births_the_day_of_birth_says_neither()
    {
        var register = RegisterOf(Activity("youth", Rule("youth", new RetentionTerm.UntilAge(Birth, 18))), Activity("parents", Rule("parents", new RetentionTerm.UntilAge(new("birth-of-child"), 18))));

        WarningsOf(Plan(register, Clients, Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.BornOn).BirthDate(c => c.BornOn!)))).Should().HaveCount(2);
    }

    [Fact]
    public void The_day_of_birth_of_one_person_in_a_row_is_not_that_of_another()
    {
        var store = new StoreSketch().Entity<Client>().Entity<Letter>().Refers<Letter, Client>("AuthorId").Refers<Letter, Client>("ReaderId");
        var letters = Map<Letter>(data => data
            .BelongsTo(l => l.Author).BelongsTo(l => l.Reader)
            .FieldOf(l => l.Author, Name, l => l.AuthorName, l => l.AuthorBornOn)
            .FieldOf(l => l.Reader, Name, l => l.ReaderName)
            .BirthDate(l => l.AuthorBornOn!));
        var clients = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.BornOn).BirthDate(c => c.BornOn!));

        WarningsOf(Plan(RegisterOf(Activity("youth", Rule("youth", new RetentionTerm.UntilAge(Birth, 18)))), store, clients, letters))
            .Should().ContainSingle().Which.Should().StartWith("GDPR4041: Letter: the period of 'youth' for ReaderName");
    }

    [Fact]
    public void A_scope_of_an_activity_that_uses_nothing_of_the_entity_is_told()
    {
        var register = RegisterOf(Service, Activity("books", Years("books", 7, Sold)).Using(Bought));

        WarningsOf(Plan(register, Clients, People(data => data.AppliesWhen(new("books"), c => c.Phone != null)))).Should().Equal(
            "GDPR4042: Client says when 'books' applies, and that activity uses none of its fields. Add a category of the entity to the activity, or remove AppliesWhen.");
    }

    [Fact]
    public void Rows_that_hold_nothing_and_go_with_nothing_are_told()
    {
        WarningsOf(Plan(RegisterOf(Service), Clients, Map<Client>(data => data.IsSubject(Customers, c => c.Id)))).Should().Equal(
            "GDPR4044: Client has a map, but no classified field, and its rows refer to none with which they could go: they stay for ever. "
            + "Classify what it holds with Field(…), say with BelongsTo(…) to which row it belongs, or remove the map.");
    }

    [Fact]
    public void Rows_that_wait_for_rows_without_a_map_are_told()
    {
        var store = new StoreSketch().Entity<Client>().Entity<Order>().Refers<Order, Client>("ClientId");

        WarningsOf(Plan(RegisterOf(Service), store, People(_ => { }))).Should().Equal(
            "GDPR4045: Rows of Client stay as long as a row of Order refers to them, and no map says when those go. "
            + "Add a map of Order that says with BelongsTo(…) whose they are; or let the reference be optional, with SetNull when the other row goes.");
    }

    [Fact]
    public void Rows_that_are_archived_and_do_not_say_so_are_told()
    {
        var register = RegisterOf(Activity("service", Years("in-use", 1, Seen, DisposalAction.Archive), Years("archived", 3, Seen)));

        WarningsOf(Plan(register, Clients, People(_ => { }))).Should().Equal(
            "GDPR4049: Client: a rule of 'service' archives, and no property says which rows are archived: they stay in daily use until they go. "
            + "Add a property, public bool IsArchived { get; set; }, name it in the map with Archived(x => x.IsArchived), and hide such rows by it.");
        WarningsOf(Plan(register, Clients, People(data => data.Archived(c => c.IsArchived)))).Should().BeEmpty();
    }

    [Fact]
    public void A_place_for_what_is_archived_without_a_rule_that_archives_is_told()
    {
        WarningsOf(Plan(RegisterOf(Service), Clients, People(data => data.Archived(c => c.IsArchived)))).Should().Equal(
            "GDPR4050: Client says with Archived which rows are archived, and no rule about its fields archives. "
            + "Add Keep(…).ThenArchive() to the activity that keeps them for the law, or remove the call.");
    }

    [Fact]
    public void What_says_that_a_row_is_archived_is_no_field_and_said_once()
    {
        var plan = () => Plan(RegisterOf(Service), Clients, People(data => data.Field(Name, c => c.IsArchived).Archived(c => c.IsArchived).Archived(c => c.IsArchived)));

        plan.Should().Throw<InvalidPersonalDataMapException>().Which.Faults.Select(fault => fault.Id).Should().Equal("GDPR4019", "GDPR4051");
    }

    [Fact]
    public void What_can_be_neither_emptied_nor_replaced_is_told_where_the_row_may_stay()
    {
        var unique = new StoreSketch().Entity<Client>(client => client with
        {
            Properties = client.Properties.Select(property => property.Path.ToString() == "Name" ? property with { IsUnique = true, MaxLength = 16 } : property).ToValueList(),
        });

        WarningsOf(Plan(RegisterOf(Activity("service", Years("service", 2, Seen, DisposalAction.Blank))), unique, People(_ => { }))).Should().Equal(
            "GDPR4048: Client.Name can be neither emptied nor replaced while the row stays: it must differ from row to row, and what would take its place is the same in every row. It stays as long as the row, and is reported as due. "
            + "Let it be empty, say with ReplacedBy(…) what takes its place, or let the row go as a whole when nothing needs the field.");
        WarningsOf(Plan(RegisterOf(Service), unique, People(_ => { }))).Should().BeEmpty("the row goes with everything in it");
    }

    [Fact]
    public void Warnings_are_ordered_by_place()
    {
        var register = RegisterOf(Service, Activity("books", Years("books", 7, Sold)).Using(Name, Contact));
        var people = People(data => data.Field(Contact, c => c.Email));

        Plan(register, Clients, people).Warnings.Select(warning => warning.Place).Should().Equal("Client.Email", "Client.Name");
    }

    private static InlineMap<Client> People(Action<PersonalDataMapBuilder<Client>> besides) => new(data =>
    {
        data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name).Event(Seen, c => c.SeenOn);
        besides(data);
    });

    private static IEnumerable<string> WarningsOf(DisposalPlan plan) => plan.Warnings.Select(warning => warning.ToString());
}
