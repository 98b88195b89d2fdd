using NodaTime;
using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

public sealed class ExplanationTests : CountingTest
{
    private static readonly ProcessingRegister Register = RegisterOf(
        Activity("service", Years("service", 2, Seen)).Using(Name, Contact),
        Activity("books", Years("books", 7, Registered)));

    private static readonly IPersonalDataMap Clients = Map<Client>(data => data
        .IsSubject(Customers, c => c.Id)
        .Field(Name, c => c.Name)
        .Field(Contact, c => c.Email)
        .Event(Seen, c => c.SeenOn)
        .Event(Registered, c => c.RegisteredOn)
        .AppliesWhen(new("books"), c => c.Role == "buyer"));

    private static readonly StoreSketch Shop = new StoreSketch().Entity<Client>().Entity<Letter>().Refers<Letter, Client>("AuthorId").Refers<Letter, Client>("ReaderId");

    private static readonly IPersonalDataMap Letters = Map<Letter>(data => data
        .BelongsTo(l => l.Author).BelongsTo(l => l.Reader)
        .FieldOf(l => l.Author, Name, l => l.AuthorName)
        .FieldOf(l => l.Reader, Name, l => l.ReaderName)
        .SharedField(Contact, l => l.Text)
        .Event(Seen, l => l.WrittenOn));

    private static readonly SubjectId Ann = SubjectId.Of(Customers, 1);

    [Fact]
    public async Task Each_field_is_told_as_the_rules_assess_what_the_row_says()
    {
        Client[] rows = [new() { Id = 1, Role = "buyer", SeenOn = Ago(1), RegisteredOn = Ago(4) }, new() { Id = 2, Role = "buyer" }];

        var held = (await ExplainAsync(rows)).Should().ContainSingle().Which;

        var schedule = new RetentionSchedule(Register);
        var facts = new RetentionFacts
        {
            Activities = [new("books"), new("service")],
            Events = [new EventOccurrence(Seen, Today.PlusYears(-1)), new EventOccurrence(Registered, Today.PlusYears(-4))],
        };
        (held.Store, held.Entity, held.Key.Single()).Should().Be(("Shop", "Client", 1));
        held.Fields.Select(field => (field.Property.ToString(), field.Category)).Should().Equal(("Email", Contact), ("Name", Name));
        held.Fields[1].Retention.Should().BeEquivalentTo(schedule.Assess(Name, facts));
        held.Fields[0].Retention.Should().BeEquivalentTo(schedule.Assess(Contact, facts));
        held.Fields[1].Retention.FirstDeletable.Should().Be(Today.PlusYears(3).PlusDays(1));
        held.Fields[0].Retention.FirstDeletable.Should().Be(Today.PlusYears(1).PlusDays(1));
    }

    [Fact]
    public async Task An_activity_that_is_not_about_the_row_does_not_keep_it()
    {
        var held = await ExplainAsync([new Client { Id = 1, SeenOn = Ago(1), RegisteredOn = Ago(4) }]);

        held.Single().Fields[1].Retention.Activities.Select(activity => activity.Activity.ToString()).Should().Equal("service");
    }

    [Fact]
    public async Task In_a_row_with_two_people_nobody_reads_what_is_about_the_other()
    {
        var (ann, bob) = (new Client { Id = 1 }, new Client { Id = 2 });
        object[] rows =
        [
            ann, bob,
            new Letter { Id = 1, AuthorId = 1, Author = ann, ReaderId = 2, Reader = bob },
            new Letter { Id = 2, AuthorId = 2, Author = bob, ReaderId = 1, Reader = ann },
            new Letter { Id = 3, AuthorId = 1, Author = ann, ReaderId = 1, Reader = ann },
            new Letter { Id = 4, AuthorId = 2, Author = bob },
        ];

        var letters = (await ExplainAsync(rows)).Where(row => row.Entity == nameof(Letter)).ToDictionary(row => row.Key.Single()!, row => string.Join(' ', row.Fields.Select(field => field.Property)));

        letters.Should().BeEquivalentTo(new Dictionary<object, string> { [1] = "AuthorName Text", [2] = "ReaderName Text", [3] = "AuthorName ReaderName Text" });
    }

    [Fact]
    public async Task A_date_that_no_map_gives_is_missing_and_keeps()
    {
        var clients = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name).Event(Seen, c => c.SeenOn));
        Client[] rows = [new() { Id = 1, SeenOn = Ago(9) }];

        var retention = (await ToListAsync(Retention(Register, new StoreSketch().Entity<Client>(), rows, [clients]))).Single().Fields.Single().Retention;

        retention.FirstDeletable.Should().BeNull();
        retention.Unresolved.Single().Obstacle.Should().Be(new RetentionObstacle.DateMissing([Registered]));
    }

    [Fact]
    public async Task Only_dates_that_a_rule_asks_for_are_read()
    {
        var register = RegisterOf(Activity("service", Years("service", 2, Seen)), Activity("books", Years("books", 7, Registered)).About(Staff));
        var clients = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name).Event(Seen, c => c.SeenOn).Event(Registered, c => Unreadable(c)));
        Client[] rows = [new() { Id = 1, SeenOn = Ago(9) }];

        (await ToListAsync(Retention(register, new StoreSketch().Entity<Client>(), rows, [clients]))).Single().Fields.Single().Retention.IsDueOn(Today).Should().BeTrue();
    }

    [Fact]
    public async Task Who_is_unknown_has_no_rows()
    {
        (await ToListAsync(Retention(Register, Shop, [new Client { Id = 2 }], [Clients, Letters]))).Should().BeEmpty();
        (await ToListAsync(Retention(Register, Shop, [new Client { Id = 1 }], [Clients, Letters]), SubjectId.Of(Staff, 1))).Should().BeEmpty();
    }

    private static LocalDate? Unreadable(Client client) => throw new InvalidOperationException(client.Name);

    private static Task<List<HeldRow>> ExplainAsync(IEnumerable<object> rows) => ToListAsync(Retention(Register, Shop, rows, [Clients, Letters]));

    private static async Task<List<HeldRow>> ToListAsync(DataRetention retention, SubjectId? person = null) => await retention.ExplainAsync(person ?? Ann, Token).ToListAsync(Token);
}
