using GdprKit.Mapping;
using GdprKit.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>What a column cannot take is told before anybody tries, and no database is asked.</summary>
public sealed class IrreplaceableTests
{
    private static readonly Replacement Dash = new Replacement.Constant("-");

    private static readonly Replacement Random = new Replacement.PerRow("anon-");

    [Fact]
    public void A_column_that_can_take_it_is_replaced()
    {
        Why(Dash).Should().BeNull();
        Why(Random, text => text.HasMaxLength(21)).Should().BeNull();
    }

    [Fact]
    public void A_value_that_does_not_fit_is_told() =>
        Why(Random, text => text.HasMaxLength(20)).Should().Be("Text of Page cannot be replaced: it holds 20 at the most, and what would take its place is 21 long. Let it be empty, or delete it with its row");

    [Fact]
    public void A_value_that_the_database_computes_is_told() =>
        Why(Dash, text => text.HasComputedColumnSql("'x'")).Should().Contain("it is computed by the database or may not change.");

    [Fact]
    public void A_value_of_a_key_is_told() => Why(Random, change: page => page.HasAlternateKey("Text")).Should().Contain("it is part of a key.");

    [Fact]
    public void A_document_is_told() => Why(Dash, text => text.HasColumnType("jsonb"), postgreSql: true).Should().Contain("it is kept as a document.");

    [Fact]
    public void A_text_that_the_database_would_make_for_a_converter_is_told()
    {
        Why(Random, text => text.HasConversion(value => value.ToUpperInvariant(), value => value)).Should().Contain("it is converted, so that the database cannot make a text for it.");
        Why(Dash, text => text.HasConversion(value => $"<{value}>", value => value.Trim('<', '>'))).Should().BeNull();
    }

    [Fact]
    public void A_converter_that_does_not_know_the_value_is_told()
    {
        Why(Dash, text => text.HasConversion(value => int.Parse(value, null), number => $"{number}")).Should().Contain("it is converted, and its converter does not take '-'.");
        Why(Dash, text => text.HasConversion(value => value + " ", value => value)).Should().Contain("it is converted, and its converter does not give '-' back.");
    }

    [Fact]
    public void A_converter_that_gives_something_else_each_time_is_told() =>
        Why(Dash, text => text.HasConversion(value => $"{Guid.NewGuid()} {value}", value => value.Substring(37))).Should().Contain("it is converted into something else each time, so that nobody would see that it was replaced.");

    [Fact]
    public void What_the_database_checks_is_told_unless_somebody_chose_the_value()
    {
        Action<EntityTypeBuilder<Page>> check = page => page.ToTable(table => table.HasCheckConstraint("CK_Text", "length(text) > 3"));

        Why(Dash, change: check).Should().Be(
            "Text of Page cannot be replaced: it is checked by the database (CK_Text), which may not take what would be chosen for it. Say with ReplacedBy(…) in its map what the check lets pass. Let it be empty, or delete it with its row");
        Why(new Replacement.Constant("nobody"), change: check, isDeclared: true).Should().BeNull();
        Why(Dash, change: page => page.ToTable(table => table.HasCheckConstraint("CK_Other", "length(\"TextLength\") > 3"))).Should().BeNull();
    }

    [Fact]
    public void A_time_of_another_kind_than_the_column_is_told()
    {
        var local = new FieldReplacement(PropertyPath.Parse("At"), new Replacement.Constant(new DateTime(1900, 1, 1)));

        Why(local, postgreSql: true).Should().Contain("it is kept as timestamp with time zone, which takes no time that is Unspecified.");
        Why(local).Should().BeNull();
    }

    [Fact]
    public void What_is_no_property_is_told() => Why(new FieldReplacement(PropertyPath.Parse("Nothing"), Dash)).Should().Be("Nothing is no property of Page. Name one");

    private static string? Why(
        Replacement by, Action<PropertyBuilder<string>>? text = null, Action<EntityTypeBuilder<Page>>? change = null, bool postgreSql = false, bool isDeclared = false) =>
        Why(new FieldReplacement(PropertyPath.Parse("Text"), by) { IsDeclared = isDeclared }, text, change, postgreSql);

    private static string? Why(FieldReplacement replacement, Action<PropertyBuilder<string>>? text = null, Action<EntityTypeBuilder<Page>>? change = null, bool postgreSql = false)
    {
        var configured = new Configured(page =>
        {
            text?.Invoke(page.Property(p => p.Text));
            change?.Invoke(page);
        });
        using var services = new ServiceCollection()
            .AddSingleton(configured)
            .AddDbContext<PageContext>(options => _ = (postgreSql ? options.UseNpgsql("Host=nowhere") : options.UseSqlite("Data Source=nowhere/nothing")).EnableServiceProviderCaching(false))
            .AddGdprKit(gdpr => gdpr
                .UseRegister(TestRegisters.Shop())
                .AddMap<Page>(data => data.IsSubject(Customers, page => page.Id).Field(GdprKit.ShopKeys.Name, page => page.Text, page => page.At))
                .UseEntityFrameworkCore<PageContext>())
            .BuildServiceProvider();
        var disposal = new RowDisposal
        {
            Entity = services.GetRequiredService<PersonalDataMap>().Stores.Single().Entities.Single(),
            Where = RowCondition.Always,
            Shield = RowShield.Of([Restriction.Fold]),
            Change = new RowChange.Empty([]) { Replacements = [replacement] },
        };
        return ((IPersonalDataDisposer)services.GetRequiredService<IPersonalDataStore>()).WhyNotDisposable(disposal);
    }

    private sealed record Configured(Action<EntityTypeBuilder<Page>> Change);

    private sealed class PageContext(DbContextOptions<PageContext> options, Configured configured) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            configured.Change(modelBuilder.Entity<Page>());
            modelBuilder.UseGdprKit();
        }
    }

    private sealed class Page
    {
        public int Id { get; init; }

        public string Text { get; set; } = "";

        public DateTime At { get; set; }
    }
}
