using NodaTime;
using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

public sealed class PreviewTests : CountingTest
{
    private static readonly ProcessingActivity Service = Activity("service", Years("service", 2, Seen));

    private static readonly StoreSketch Clients = new StoreSketch().Entity<Client>();

    private static readonly IPersonalDataMap People = Map<Client>(data => data
        .IsSubject(Customers, c => c.Id)
        .Field(Name, c => c.Name)
        .Event(Seen, c => c.SeenOn));

    [Fact]
    public async Task A_row_is_due_on_the_day_after_its_last_day_and_not_before()
    {
        Client[] rows = [new() { Id = 1, SeenOn = Ago(2) }, new() { Id = 2, SeenOn = Ago(2, days: 1) }, new() { Id = 3, SeenOn = Ago(0) }];

        var preview = await Retention(RegisterOf(Service), Clients, rows, [People]).PreviewAsync(Token);

        Of<Client>(preview).Rows.Should().Be(3);
        Of<Client>(preview).RowsToGo.Should().Be(1);
        Only<Client>(preview).Examples.Should().Equal([ValueList.Create<object?>([2])]);
        Only<Client>(preview).Activities.Single().Rows.Should().Be(2);
    }

    [Fact]
    public async Task Only_some_of_the_keys_are_given_as_examples()
    {
        var rows = Enumerable.Range(1, 9).Select(id => new Client { Id = id, SeenOn = Ago(5) });

        Only<Client>(await Retention(RegisterOf(Service), Clients, rows, [People]).PreviewAsync(Token)).Examples.Should().HaveCount(5).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_years_in_which_rows_became_due_add_up_and_the_first_holds_all_before_it()
    {
        Client[] rows = [.. new[] { 2, 2, 4, 10, 11, 12, 40 }.Select(years => new Client { Id = years, SeenOn = Ago(years, days: 1) })];

        Only<Client>(await Retention(RegisterOf(Service), Clients, rows, [People]).PreviewAsync(Token)).DueByYear.Should().Equal(
            new DueInYear(2017, OrEarlier: true, 3), new DueInYear(2018, OrEarlier: false, 1), new DueInYear(2024, OrEarlier: false, 1), new DueInYear(2026, OrEarlier: false, 2));
    }

    [Fact]
    public async Task A_row_without_a_date_is_kept_and_reported()
    {
        Client[] rows = [new() { Id = 1 }, new() { Id = 2, SeenOn = DateOnly.MinValue }, new() { Id = 3, SeenOn = Ago(9) }];

        var group = Only<Client>(await Retention(RegisterOf(Service), Clients, rows, [People]).PreviewAsync(Token));

        group.Due.Should().Be(1);
        group.Unresolved.Should().Equal(new UnresolvedRows(UnresolvedReason.DateMissing, 2));
        group.Activities.Single().Rows.Should().Be(2, "what has no known end is needed");
    }

    [Fact]
    public async Task A_period_that_ends_beyond_the_calendar_is_kept_and_reported()
    {
        var register = RegisterOf(Activity("service", Years("service", 150, Seen)));
        Client[] rows = [new() { Id = 1, SeenOn = new DateOnly(9900, 1, 1) }, new() { Id = 2, SeenOn = DateOnly.MaxValue }, new() { Id = 3, SeenOn = new DateOnly(1, 1, 2) }];

        var group = Only<Client>(await Retention(register, Clients, rows, [People]).PreviewAsync(Token));

        group.Due.Should().Be(1);
        group.Unresolved.Should().Equal(new UnresolvedRows(UnresolvedReason.BeyondCalendar, 2));
    }

    [Fact]
    public async Task An_event_in_the_future_lets_nothing_go()
    {
        Client[] rows = [new() { Id = 1, SeenOn = Today.PlusYears(3).ToDateOnly() }];

        var preview = await Retention(RegisterOf(Service), Clients, rows, [People]).PreviewAsync(Token);

        preview.IsEmpty.Should().BeTrue();
        Only<Client>(preview).Unresolved.Should().BeEmpty();
    }

    [Fact]
    public async Task A_fallback_for_an_event_that_no_map_dates_lets_nothing_go()
    {
        var term = new RetentionTerm.After { Events = [Sold], Fallback = Seen, Anchor = RetentionAnchor.Exact, Period = Period.FromYears(2) };
        Client[] rows = [new() { Id = 1, SeenOn = Ago(9) }];

        var group = Only<Client>(await Retention(RegisterOf(Activity("service", Rule("service", term))), Clients, rows, [People]).PreviewAsync(Token));

        group.Due.Should().Be(0, "the sale that nobody dates may have been yesterday");
        group.Unresolved.Should().Equal(new UnresolvedRows(UnresolvedReason.DateMissing, 1));
    }

    [Fact]
    public async Task What_rests_on_consent_is_kept_and_reported_while_nothing_is_known_of_the_consent()
    {
        var register = RegisterOf(Activity("newsletter", Rule("newsletter", new RetentionTerm.WhileConsentStands())).OnConsent(), Service.About(Staff));
        Client[] rows = [new() { Id = 1, SeenOn = Ago(9) }];

        var group = Only<Client>(await Retention(register, Clients, rows, [People]).PreviewAsync(Token));

        group.Due.Should().Be(0);
        group.Unresolved.Should().Equal(new UnresolvedRows(UnresolvedReason.ConsentUnknown, 1));
    }

    [Fact]
    public async Task What_becomes_of_a_row_depends_on_which_activities_are_about_it()
    {
        var register = RegisterOf(Service, Activity("statistics", Years("statistics", 1, Seen, DisposalAction.Anonymise)), Activity("contact", Years("contact", 1, Seen, DisposalAction.Blank)));
        var people = Map<Client>(data => data
            .IsSubject(Customers, c => c.Id)
            .Field(Name, c => c.Name)
            .Event(Seen, c => c.SeenOn)
            .AppliesWhen(new("statistics"), c => c.Role == "counted")
            .AppliesWhen(new("contact"), c => c.Email != null));
        Client[] rows =
        [
            new() { Id = 1, SeenOn = Ago(9) },
            new() { Id = 2, SeenOn = Ago(9), Email = "a@b.example" },
            new() { Id = 3, SeenOn = Ago(9), Email = "a@b.example", Role = "counted" },
            new() { Id = 4, SeenOn = Ago(9), Role = "counted" },
        ];

        var preview = await Retention(register, Clients, rows, [people]).PreviewAsync(Token);

        Only<Client>(preview).DueByAction.Should().Equal(new DueAction(DisposalAction.Delete, 1), new DueAction(DisposalAction.Blank, 1), new DueAction(DisposalAction.Anonymise, 2));
        Of<Client>(preview).RowsToGo.Should().Be(1);
    }

    [Fact]
    public async Task What_no_activity_is_about_is_kept_and_reported()
    {
        var people = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name).Event(Seen, c => c.SeenOn).AppliesWhen(Service.Key, c => c.Email != null));
        Client[] rows = [new() { Id = 1, SeenOn = Ago(9) }, new() { Id = 2, SeenOn = Ago(9), Email = "a@b.example" }];

        var group = Only<Client>(await Retention(RegisterOf(Service), Clients, rows, [people]).PreviewAsync(Token));

        group.Due.Should().Be(1);
        group.Unresolved.Should().Equal(new UnresolvedRows(UnresolvedReason.NothingApplies, 1));
    }

    [Fact]
    public async Task What_is_only_archived_leaves_daily_use_and_stays()
    {
        var register = RegisterOf(Activity("books", Years("in-use", 2, Seen, DisposalAction.Archive), Years("gone", 7, Seen)));
        Client[] rows = [new() { Id = 1, SeenOn = Ago(1) }, new() { Id = 2, SeenOn = Ago(3) }, new() { Id = 3, SeenOn = Ago(8) }];

        var group = Only<Client>(await Retention(register, Clients, rows, [People]).PreviewAsync(Token));

        (group.Due, group.ToArchive).Should().Be((1, 1));
    }

    [Fact]
    public async Task What_one_activity_archives_is_in_daily_use_while_another_uses_it()
    {
        var register = RegisterOf(Activity("books", Years("in-use", 2, Seen, DisposalAction.Archive), Years("gone", 7, Seen)), Activity("service", Years("service", 4, Seen)));
        Client[] rows = [new() { Id = 1, SeenOn = Ago(3) }, new() { Id = 2, SeenOn = Ago(5) }];

        Only<Client>(await Retention(register, Clients, rows, [People]).PreviewAsync(Token)).ToArchive.Should().Be(1);
    }

    [Fact]
    public async Task The_day_of_birth_ends_an_age()
    {
        var register = RegisterOf(Activity("youth", Rule("youth", new RetentionTerm.UntilAge(Birth, 18))));
        var people = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name, c => c.BornOn).BirthDate(c => c.BornOn!));
        Client[] rows = [new() { Id = 1, BornOn = Ago(18) }, new() { Id = 2, BornOn = Ago(18, days: -1) }, new() { Id = 3 }];

        var group = Only<Client>(await Retention(register, Clients, rows, [people]).PreviewAsync(Token));

        group.Examples.Should().Equal([ValueList.Create<object?>([1])]);
        group.Unresolved.Should().Equal(new UnresolvedRows(UnresolvedReason.DateMissing, 1));
    }

    [Fact]
    public async Task Each_store_is_counted_and_views_are_not()
    {
        var crm = new SketchStore(new StoreSketch("Crm").Entity<Client>().Description, () => [new Client { Id = 1, SeenOn = Ago(9) }]);
        var mailing = new SketchStore(
            new StoreSketch("Mailing").Entity<Order>().Entity<Letter>(entity => entity with { IsReadOnly = true, Key = [] }).Description,
            () => [new Order { Id = 1 }, new Letter()]);
        var orders = Map<Order>(data => data.IsSubject(Customers, o => o.Id).Field(Name, o => o.Address).Event(Seen, o => o.MadeOn));
        var letters = Map<Letter>(data => data.IsSubject(Customers, l => l.AuthorId!).Field(Name, l => l.Text).Event(Seen, l => l.WrittenOn));

        var preview = await Retention(RegisterOf(Service), [crm, mailing], [People, orders, letters]).PreviewAsync(Token);

        preview.Entities.Select(entity => (entity.Store, entity.Entity, entity.Rows, entity.RowsToGo)).Should().Equal(("Crm", "Client", 1, 1), ("Mailing", "Order", 1, 0));
        preview.RowsToGo.Should().Be(1);
    }
}
