using GdprKit.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class TableTests(PostgreSqlServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    [InlineData("sqlserver")]
    public async Task The_script_for_applications_whose_database_comes_first_has_not_drifted_from_the_model(string database)
    {
        await using var context = TablesContext.On(database);
        await HoldAsync(database, TableScript.Of(context));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    [InlineData("sqlserver")]
    public async Task The_script_that_makes_the_ledger_append_only_has_not_drifted_from_what_migrations_do(string database)
    {
        await using var context = TablesContext.On(database);
        await HoldAsync($"{database}-append-only", TableScript.OfTriggers(context.Database.ProviderName!));
    }

    [Theory]
    [InlineData("sqlite", "BINARY")]
    [InlineData("postgresql", "C")]
    [InlineData("sqlserver", "Latin1_General_100_BIN2")]
    public void Every_text_is_compared_ordinally_whatever_the_host_does_with_its_own(string database, string collation)
    {
        using var context = TablesContext.On(database, model => model.UseCollation("NOCASE").UseGdprKit(), conventions => conventions.Properties<string>().UseCollation("NOCASE"));

        var texts = Entities(context).SelectMany(entity => entity.GetProperties()).Where(property => property.ClrType == typeof(string)).ToList();

        texts.Should().NotBeEmpty().And.OnlyContain(property => property.GetCollation() == collation);
    }

    [Fact]
    public async Task On_SQLite_a_collation_of_the_host_makes_no_two_people_one()
    {
        await using var context = TablesContext.On("sqlite", model => model.UseGdprKit(), conventions => conventions.Properties<string>().UseCollation("NOCASE"));
        await context.Database.OpenConnectionAsync(Token);
        await context.Database.EnsureCreatedAsync(Token);
        var directory = new EntityFrameworkCoreSubjectDirectory(context);
        SubjectId[] people = [SubjectId.Of(ShopKeys.Customers, "ann"), SubjectId.Of(ShopKeys.Customers, "ANN")];

        var links = await directory.LinkAsync([.. people], NodaTime.Instant.FromUtc(2026, 11, 26, 9, 30), Token);

        links.Select(link => link.Subject).Should().Equal(people);
        links.Select(link => link.Ref).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task On_SQL_Server_which_takes_a_key_for_that_key_with_a_blank_none_is_stored_that_ends_in_one()
    {
        (await LedgerScripts.ReadAsync("sqlserver", Token)).Should().Contain(
            "CONSTRAINT [ck_gdpr_subject_link_subject_key] CHECK (DATALENGTH([subject_key]) = DATALENGTH(RTRIM([subject_key])))");

        // No other text that is stored can end in a blank.
        using var context = TablesContext.On("sqlserver");
        Entities(context).SelectMany(entity => entity.GetProperties()).Where(property => property.ClrType == typeof(string)).Select(property => property.Name).Distinct()
            .Should().BeEquivalentTo("StreamKind", "StreamKey", "Status", "EntryType", "Name", "SubjectKind", "SubjectKey");
        (StreamKind.TryParse("kind ", out _), StreamKey.TryParse("key ", out _), StreamStatus.TryParse("status ", out _), EntryType.TryParse("type/1 ", out _)).Should().Be((false, false, false, false));
        (LeaseName.TryParse("name ", out _), Key<SubjectKind>.TryParse("people ", out _)).Should().Be((false, false));
    }

    [Fact]
    public void Who_names_no_schema_leaves_the_tables_in_the_one_that_was_named_before()
    {
        using var context = TablesContext.On("postgresql", model => model.UseGdprKit("privacy").UseGdprKit().UseGdprKit(tables => tables.AppendOnly()));

        Entities(context).Should().HaveCount(11).And.OnlyContain(entity => entity.GetSchema() == "privacy");
    }

    [Fact]
    public void Who_names_another_schema_is_refused()
    {
        using var context = TablesContext.On("postgresql", model => model.UseGdprKit("privacy").UseGdprKit("other"));

        FluentActions.Invoking(() => Entities(context)).Should().Throw<ArgumentException>().WithMessage("GDPR1151: *'privacy'*'other'*");
    }

    [Fact]
    public void A_model_that_wants_the_ledger_append_only_still_does_when_the_tables_are_asked_for_again()
    {
        using var context = TablesContext.On("sqlserver", model => model.UseGdprKit(tables => tables.AppendOnly()).UseGdprKit());

        Entities(context).SelectMany(entity => entity.GetDeclaredTriggers()).Select(trigger => trigger.ModelName).Should().BeEquivalentTo(
            "gdpr_content_no_update", "gdpr_entry_no_update", "gdpr_entry_details_no_update", "gdpr_expired_entry_no_update", "gdpr_entry_no_delete", "gdpr_expired_entry_no_delete");
    }

    [Theory]
    [InlineData("sqlite", null)]
    [InlineData("postgresql", "\"pri\"\"vacy\".")]
    [InlineData("sqlserver", "[pri\"vacy].")]
    public void Triggers_are_made_in_the_schema_of_the_tables(string database, string? prefix)
    {
        using var context = TablesContext.On(database);
        var migration = new MigrationBuilder(context.Database.ProviderName).EnforceGdprKitAppendOnly("pri\"vacy").DropGdprKitAppendOnly("pri\"vacy");

        var statements = context.GetService<IMigrationsSqlGenerator>().Generate(migration.Operations).Select(command => command.CommandText).ToList();

        statements.Should().HaveCountGreaterThan(10);
        statements.Where(statement => prefix is not null && !statement.Contains(prefix, StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Another_database_is_refused_by_name()
    {
        var migration = new MigrationBuilder("Some.Other.Provider");

        FluentActions.Invoking(() => migration.EnforceGdprKitAppendOnly()).Should().Throw<LedgerException>().WithMessage("GDPR3155: *Some.Other.Provider*");
    }

    [Fact]
    public void Every_table_bears_a_name_of_GdprKit_and_every_key_is_complete()
    {
        using var context = TablesContext.On("sqlite");

        Entities(context).Should().HaveCount(11).And.OnlyContain(entity => entity.GetTableName()!.StartsWith("gdpr_", StringComparison.Ordinal));
        Entities(context).SelectMany(entity => entity.GetKeys().Cast<IReadOnlyKey>().SelectMany(key => key.Properties)).Should().OnlyContain(property => !property.IsNullable);
    }

    [Fact]
    public async Task The_script_can_be_run_twice_on_SQLite_and_the_ledger_works_on_its_tables()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(Token);
        await AppendOnScriptAsync(new DbContextOptionsBuilder<LedgerContext>().UseSqlite(connection).Options, "sqlite");
    }

    [PostgreSqlFact]
    public async Task The_script_can_be_run_twice_on_PostgreSQL_and_the_ledger_works_on_its_tables()
    {
        await using var database = await server.CreateDatabaseAsync(Token);
        await AppendOnScriptAsync(new DbContextOptionsBuilder<LedgerContext>().UseNpgsql(database.ConnectionString).Options, "postgresql");
    }

    private static async Task HoldAsync(string name, string script)
    {
        var path = LedgerScripts.PathOf(name);
        if (Environment.GetEnvironmentVariable("GDPRKIT_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(path, script, Token);
        }

        (await File.ReadAllTextAsync(path, Token)).Should().Be(script, "it is made of the same as migrations are; GDPRKIT_APPROVE=1 writes it anew");
    }

    private static async Task AppendOnScriptAsync(DbContextOptions<LedgerContext> options, string database)
    {
        await using var context = new LedgerContext(options);
        var script = await LedgerScripts.ReadAsync(database, Token);
        await context.Database.ExecuteSqlRawAsync(script, Token);
        await context.Database.ExecuteSqlRawAsync(script, Token);
        var lease = LeaseRequest.Take(LeaseName.Parse("test.work"), Guid.NewGuid(), NodaTime.Instant.FromUtc(2026, 11, 26, 9, 30), NodaTime.Duration.FromMinutes(1));

        (await new EntityFrameworkCoreLedgerStore(context).LeaseAsync(lease, Token)).Should().Be(lease.Apply(null));

        context.Set<LeaseRow>().Should().ContainSingle(row => row.Name == "test.work" && row.Number == 1);
    }

    private static IEnumerable<IEntityType> Entities(TablesContext context) => context.GetService<IDesignTimeModel>().Model.GetEntityTypes();
}
