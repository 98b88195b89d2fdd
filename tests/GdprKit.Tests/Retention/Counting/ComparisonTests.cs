using System.Text.Json;
using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

public sealed class ComparisonTests : CountingTest
{
    private static readonly ProcessingActivity Service = Activity("service", Years("service", 2, Seen)).Using(Name, Contact);

    private static readonly ProcessingActivity Books = Activity("books", Years("books", 7, Seen));

    private static readonly ProcessingRegister Current = RegisterOf(Service, Books);

    private static readonly StoreSketch Clients = new StoreSketch().Entity<Client>();

    private static readonly IPersonalDataMap People = Map<Client>(data => data
        .IsSubject(Customers, c => c.Id)
        .Field(Name, c => c.Name)
        .Field(Contact, c => c.Email, c => c.Phone)
        .Event(Seen, c => c.SeenOn));

    private static readonly Client[] Rows = [.. Enumerable.Range(1, 10).Select(years => new Client { Id = years, Name = "Somebody", Email = "somebody@example.nl", Phone = "0100", SeenOn = Ago(years) })];

    [Fact]
    public async Task The_same_register_changes_nothing()
    {
        var comparison = await CompareAsync(RegisterOf(Books, Service));

        comparison.Current.Should().Be(comparison.Proposed);
        comparison.DeletesMore.Should().BeFalse();
        comparison.Fields.Should().OnlyContain(fields => fields.NewlyDue == 0 && fields.NoLongerDue == 0 && fields.Due == fields.DueThen && fields.Due > 0);
    }

    [Fact]
    public async Task An_activity_that_is_given_up_no_longer_needs_anything()
    {
        var comparison = await CompareAsync(RegisterOf(Service));

        comparison.DeletesMore.Should().BeTrue();
        Counts(comparison, "Name").Should().Be((3, 8, 5, 0));
        Counts(comparison, "Email").Should().Be((8, 8, 0, 0));
    }

    [Fact]
    public async Task An_activity_that_is_new_keeps_what_it_needs()
    {
        var comparison = await CompareAsync(RegisterOf(Service, Books, Activity("claims", Years("claims", 9, Seen)).Using(Contact)));

        comparison.DeletesMore.Should().BeFalse();
        Counts(comparison, "Phone").Should().Be((8, 1, 0, 7));
    }

    [Fact]
    public async Task A_period_made_shorter_and_one_made_longer_are_told_per_field()
    {
        var comparison = await CompareAsync(RegisterOf(Activity("service", Years("service", 4, Seen)).Using(Name, Contact), Activity("books", Years("books", 5, Seen))));

        Counts(comparison, "Name").Should().Be((3, 5, 2, 0));
        Counts(comparison, "Email").Should().Be((8, 6, 0, 2));
    }

    [Fact]
    public async Task A_row_that_was_blanked_and_would_go_whole_is_told_although_no_more_is_due()
    {
        var (blanks, deletes) = (With(DisposalAction.Blank), With(DisposalAction.Delete));

        var comparison = await CompareAsync(blanks, deletes);

        comparison.Fields.Should().OnlyContain(fields => fields.NewlyDue == 0 && fields.NoLongerDue == 0);
        comparison.Rows.Single().Should().Match<RowComparison>(rows => rows.Going == 0 && rows.GoingThen == 8 && rows.NewlyGoing == 8 && rows.NoLongerGoing == 0);
        JsonDocument.Parse(comparison.ToJson()).RootElement.GetProperty("rows").EnumerateArray().Single().GetProperty("newlyGoing").GetInt64().Should().Be(8);
        comparison.DeletesMore.Should().BeTrue();
        (await CompareAsync(deletes, blanks)).DeletesMore.Should().BeFalse();

        static ProcessingRegister With(DisposalAction action) => RegisterOf(Activity("service", Years("service", 2, Seen) with { Then = action }).Using(Name, Contact));
    }

    [Fact]
    public async Task Fields_that_no_longer_become_due_together_are_told_apart()
    {
        var comparison = await CompareAsync(RegisterOf(Activity("service", Years("names", 2, Seen) with { Categories = [Name] }, Years("contact", 1, Seen) with { Categories = [Contact] }).Using(Name, Contact)));

        comparison.Fields.Select(fields => string.Join(", ", fields.Fields)).Should().BeEquivalentTo("Email, Phone", "Name");
    }

    [Fact]
    public async Task Fields_that_neither_register_makes_due_are_not_told()
    {
        var comparison = await CompareAsync(RegisterOf(Service, Activity("books", Years("books", 20, Seen))), RegisterOf(Service, Activity("books", Years("books", 30, Seen))));

        comparison.Fields.Select(fields => string.Join(", ", fields.Fields)).Should().Equal("Email, Phone");
    }

    [Fact]
    public async Task A_register_that_no_longer_declares_what_the_maps_name_is_refused()
    {
        var comparing = async () => await CompareAsync(RegisterOf(Books));

        (await comparing.Should().ThrowAsync<InvalidPersonalDataMapException>()).Which.Faults.Select(fault => fault.ToString()).Should().Equal(
            "GDPR4011: Client.Email: the register declares no category 'email-address'. Declare it in the register, or use the key of one that is declared.",
            "GDPR4011: Client.Phone: the register declares no category 'email-address'. Declare it in the register, or use the key of one that is declared.");
    }

    [Fact]
    public async Task A_category_that_no_activity_about_these_people_uses_any_more_is_refused()
    {
        var comparing = async () => await CompareAsync(RegisterOf(Books, Service.About(Staff)));

        (await comparing.Should().ThrowAsync<InvalidPersonalDataMapException>()).Which.Faults.Should().HaveCount(2).And.OnlyContain(fault => fault.Id == "GDPR4003");
    }

    private static ValueTask<RetentionComparison> CompareAsync(ProcessingRegister proposed) => CompareAsync(Current, proposed);

    private static ValueTask<RetentionComparison> CompareAsync(ProcessingRegister current, ProcessingRegister proposed) =>
        Retention(current, Clients, Rows, [People]).CompareAsync(proposed, Token);

    private static (long Due, long Then, long Newly, long NoLonger) Counts(RetentionComparison comparison, string field)
    {
        var compared = comparison.Fields.Single(fields => fields.Fields.Contains(StoreSketch.Path(field)));
        return (compared.Due, compared.DueThen, compared.NewlyDue, compared.NoLongerDue);
    }
}
