using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

public sealed class PlannedActivityTests : PlanTest
{
    private static readonly StoreSketch Clients = new StoreSketch().Entity<Client>();

    private static readonly IPersonalDataMap People = Map<Client>(data => data
        .IsSubject(Customers, c => c.Id)
        .Field(Name, c => c.Name)
        .Event(Seen, c => c.SeenOn));

    [Theory]
    [InlineData(DisposalAction.Delete, DisposalAction.Delete, DisposalAction.Delete)]
    [InlineData(DisposalAction.Delete, DisposalAction.Blank, DisposalAction.Blank)]
    [InlineData(DisposalAction.Anonymise, DisposalAction.Delete, DisposalAction.Anonymise)]
    [InlineData(DisposalAction.Blank, DisposalAction.Anonymise, DisposalAction.Anonymise)]
    public void Of_rules_that_say_different_things_counts_what_leaves_most_standing(DisposalAction one, DisposalAction other, DisposalAction then)
    {
        Only(Activity("service", Years("one", 2, Seen, one), Years("other", 3, Seen, other))).Then.Should().Be(then);
    }

    [Fact]
    public void The_archive_comes_before_the_end_and_is_not_what_happens_then()
    {
        var planned = Only(Activity("books", Years("gone", 7, Seen, DisposalAction.Anonymise), Years("in-use", 2, Seen, DisposalAction.Archive)));

        planned.Rules.Select(rule => rule.Key.ToString()).Should().Equal("in-use", "gone");
        planned.Archives.Should().BeTrue();
        planned.Then.Should().Be(DisposalAction.Anonymise);
    }

    [Fact]
    public void What_has_no_end_is_not_archived_and_goes_should_its_end_come_all_the_same()
    {
        var planned = Only(Activity("research", Rule("research", new RetentionTerm.Indefinitely(LocalizedText.Of("wetenschap", "science")), DisposalAction.Archive)).OnConsent());

        planned.Archives.Should().BeFalse();
        planned.Then.Should().Be(DisposalAction.Delete, "a withdrawn consent leaves nothing to keep the data for");
    }

    private static PlannedActivity Only(ProcessingActivity activity) =>
        Planned<Client>(Plan(RegisterOf(activity, Activity("payroll", Years("payroll", 2, Seen)).About(Staff)), Clients, People)).Groups.Single().Activities.Single();
}
