using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

public sealed class FieldGroupingTests : PlanTest
{
    private static readonly StoreSketch Clients = new StoreSketch().Entity<Client>();

    private static readonly ProcessingActivity Service = Activity("service", Years("service", 2, Seen)).Using(Name, Contact);

    [Fact]
    public void Fields_under_the_same_rules_become_due_together_whatever_they_hold()
    {
        var group = GroupsOf(Service).Should().ContainSingle().Which;

        FieldsOf(group).Should().Equal("Email", "Name", "Phone");
        group.Categories.Should().Equal(Contact, Name);
        group.Activities.Should().ContainSingle().Which.Activity.Key.Should().Be(Service.Key);
        group.Events.Should().Equal(Seen);
    }

    [Fact]
    public void A_field_that_one_more_activity_uses_stands_apart()
    {
        var groups = GroupsOf(Service, Activity("books", Years("books", 7, Seen)));

        groups.Select(FieldsOf).Should().BeEquivalentTo([["Email", "Phone"], new[] { "Name" }]);
        GroupWith(groups, "Name").Activities.Select(activity => activity.Activity.Key.ToString()).Should().Equal("books", "service");
        GroupWith(groups, "Email").Activities.Select(activity => activity.Activity.Key.ToString()).Should().Equal("service");
    }

    [Fact]
    public void A_rule_about_one_category_sets_it_apart()
    {
        var groups = GroupsOf(Activity("service", Years("names", 2, Seen) with { Categories = [Name] }, Years("contact", 2, Seen) with { Categories = [Contact] }).Using(Name, Contact));

        groups.Select(group => group.Activities.Single().Rules.Single().Key.ToString()).Should().BeEquivalentTo("contact", "names");
    }

    [Fact]
    public void A_law_that_prevails_over_the_rules_of_one_category_sets_it_apart()
    {
        var demands = Years("demands", 7, Seen) with { Strength = RetentionStrength.Statute, Side = RetentionSide.MustKeep, Source = new Citation("art. 1") };
        var forbids = Years("forbids", 1, Seen) with { Strength = RetentionStrength.Statute, Side = RetentionSide.MustBeGone, Source = new Citation("art. 2"), Categories = [Contact] };
        var keeping = Activity("keeping", demands).Using(Name, Contact);
        var other = Activity("other", Years("other", 1, Seen), forbids).Using(Contact);

        var groups = GroupsIn(Plan(RegisterOf(register => register.Choose(forbids.Key, demands.Key, "omdat", "because"), keeping, other), Clients, People));

        groups.Should().HaveCount(2);
        GroupWith(groups, "Phone").Activities.Select(activity => activity.Activity.Key.ToString()).Should().Equal("keeping", "other");
    }

    [Fact]
    public void Activities_about_other_people_do_not_count()
    {
        var groups = GroupsOf(Service, Activity("payroll", Years("payroll", 7, Seen)).About(Staff).Using(Name, Contact));

        groups.Should().ContainSingle().Which.Activities.Select(activity => activity.Activity.Key).Should().Equal(Service.Key);
    }

    [Fact]
    public void Fields_about_different_people_in_a_row_stand_apart()
    {
        var store = new StoreSketch().Entity<Client>().Entity<Letter>().Refers<Letter, Client>("AuthorId").Refers<Letter, Client>("ReaderId");
        var letters = Map<Letter>(data => data
            .BelongsTo(l => l.Author).BelongsTo(l => l.Reader)
            .FieldOf(l => l.Author, Name, l => l.AuthorName)
            .FieldOf(l => l.Reader, Name, l => l.ReaderName)
            .SharedField(Name, l => l.Text)
            .Event(Seen, l => l.WrittenOn));

        var groups = Planned<Letter>(Plan(RegisterOf(Service), store, People, letters)).Groups;

        groups.Select(group => (FieldsOf(group).Single(), group.Whose.Count)).Should().BeEquivalentTo([("AuthorName", 1), ("ReaderName", 1), ("Text", 2)]);
    }

    [Fact]
    public void The_records_of_GdprKit_itself_are_no_business_of_the_application_s_tables()
    {
        var register = RegisterOf(Service);
        var plan = Plan(register, Clients, People);

        register.Activities.Select(activity => activity.Key).Should().Contain(OwnRecordKeys.Accountability);
        GroupsIn(plan).SelectMany(group => group.Activities).Select(activity => activity.Activity.Key).Should().Equal(Service.Key);
        plan.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void A_table_of_several_kinds_of_people_is_under_the_activities_about_any_of_them()
    {
        var payroll = Activity("payroll", Years("payroll", 7, Seen)).About(Staff).Using(Name);
        var people = Map<Client>(data => data
            .IsSubjectWhen(c => c.Role == "customer", Customers, c => c.Id)
            .IsSubjectWhen(c => c.Role == "staff", Staff, c => c.Id)
            .Field(Name, c => c.Name)
            .Event(Seen, c => c.SeenOn));

        var group = Planned<Client>(Plan(RegisterOf(Activity("service", Years("service", 2, Seen)), payroll), Clients, people)).Groups.Should().ContainSingle().Which;

        group.Activities.Select(activity => activity.Activity.Key.ToString()).Should().Equal("payroll", "service");
        group.Whose.Should().HaveCount(2);
    }

    private static readonly IPersonalDataMap People = Map<Client>(data => data
        .IsSubject(Customers, c => c.Id)
        .Field(Name, c => c.Name)
        .Field(Contact, c => c.Email, c => c.Phone)
        .Event(Seen, c => c.SeenOn));

    private static ValueList<FieldGroup> GroupsOf(params IEnumerable<ProcessingActivity> activities) => GroupsIn(Plan(RegisterOf(activities), Clients, People));

    private static ValueList<FieldGroup> GroupsIn(DisposalPlan plan) => Planned<Client>(plan).Groups;

    private static FieldGroup GroupWith(ValueList<FieldGroup> groups, string field) => groups.Single(group => FieldsOf(group).Contains(field));
}
