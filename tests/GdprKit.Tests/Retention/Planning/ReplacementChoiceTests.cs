using GdprKit.Mapping;
using NodaTime;
using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

public sealed class ReplacementChoiceTests : PlanTest
{
    public static TheoryData<Type, object?> Neutral => new()
    {
        { typeof(string), "-" }, { typeof(char), '-' }, { typeof(bool), false }, { typeof(int?), 0 }, { typeof(decimal), 0m }, { typeof(DayOfWeek), DayOfWeek.Sunday },
        { typeof(DateOnly), new DateOnly(1900, 1, 1) }, { typeof(DateTime), new DateTime(1900, 1, 1) }, { typeof(DateTimeOffset), new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero) },
        { typeof(LocalDate), new LocalDate(1900, 1, 1) }, { typeof(Instant), Instant.FromUtc(1900, 1, 1, 0, 0) }, { typeof(Guid), Guid.Empty }, { typeof(Uri), null },
    };

    [Theory]
    [MemberData(nameof(Neutral))]
    public void Each_type_has_a_value_that_says_nothing(Type type, object? expected) =>
        Chosen(new PropertyDescription { Path = PropertyPath.Parse("Name"), Type = type, DeclaredBy = "" }).Should().Be(expected is null ? null : new Replacement.Constant(expected));

    [Fact]
    public void A_time_that_the_database_keeps_as_a_moment_is_utc()
    {
        var time = new PropertyDescription { Path = PropertyPath.Parse("Name"), Type = typeof(DateTime), DeclaredBy = "" };

        KindOf(time with { StoreType = "timestamp with time zone" }).Should().Be(DateTimeKind.Utc);
        KindOf(time with { StoreType = "timestamp without time zone" }).Should().Be(DateTimeKind.Unspecified);
        KindOf(time).Should().Be(DateTimeKind.Unspecified);

        static DateTimeKind KindOf(PropertyDescription property) => ((DateTime)((Replacement.Constant)Chosen(property)!).Value).Kind;
    }

    [Theory]
    [InlineData(null, "anon-…", 16)]
    [InlineData(21, "anon-…", 16)]
    [InlineData(17, "anon-…", 12)]
    [InlineData(16, null, 0)]
    public void A_text_of_which_no_two_may_be_the_same_differs_from_row_to_row(int? most, string? form, int digits)
    {
        var chosen = Chosen(new PropertyDescription { Path = PropertyPath.Parse("Name"), Type = typeof(string), DeclaredBy = "", IsUnique = true, MaxLength = most });

        chosen?.ToString().Should().Be(form);
        (chosen as Replacement.PerRow)?.Digits.Should().Be(digits);
    }

    [Theory]
    [InlineData(null, "anon-…@example.invalid")]
    [InlineData(33, "anon-…@example.invalid")]
    [InlineData(32, "-")]
    public void The_address_of_a_person_becomes_one_that_nobody_has(int? most, string form) =>
        Chosen(new PropertyDescription { Path = PropertyPath.Parse("Name"), Type = typeof(string), DeclaredBy = "", MaxLength = most }, data => data.Email(c => c.Name))!.ToString().Should().Be(form);

    [Fact]
    public void What_the_map_says_prevails() =>
        Chosen(new PropertyDescription { Path = PropertyPath.Parse("Name"), Type = typeof(string), DeclaredBy = "" }, data => data.ReplacedBy(c => c.Name, "nobody"))
            .Should().Be(new Replacement.Constant("nobody"));

    [Fact]
    public void A_group_tells_what_replaces_its_fields_and_whether_somebody_said_so()
    {
        var clients = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name, c => c.Email).ReplacedBy(c => c.Name, "nobody").Event(Seen, c => c.SeenOn));
        var group = Planned<Client>(Plan(RegisterOf(Activity("service", Years("service", 2, Seen, DisposalAction.Anonymise))), new StoreSketch().Entity<Client>(), clients)).Groups.Single();

        group.Replacements.Should().Equal(
            new FieldReplacement(PropertyPath.Parse("Email"), new Replacement.Constant("-")), new FieldReplacement(PropertyPath.Parse("Name"), new Replacement.Constant("nobody")) { IsDeclared = true });
        group.Emptied.Should().BeEmpty();
    }

    private static Replacement? Chosen(PropertyDescription name, Action<PersonalDataMapBuilder<Client>>? besides = null)
    {
        var store = new StoreSketch().Entity<Client>(client => client with
        {
            Properties = client.Properties.Select(property => property.Path == name.Path ? name : property).ToValueList(),
        });
        var clients = Map<Client>(data =>
        {
            data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name).Event(Seen, c => c.SeenOn);
            besides?.Invoke(data);
        });
        return Planned<Client>(Plan(RegisterOf(Activity("service", Years("service", 2, Seen))), store, clients)).Groups.Single().Fields.Single().Replacement;
    }
}
