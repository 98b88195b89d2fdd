using GdprKit.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

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
        var (script, path) = (TableScript.Of(context), PathOf(database));
        if (Environment.GetEnvironmentVariable("GDPRKIT_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(path, script, Token);
        }

        (await File.ReadAllTextAsync(path, Token)).Should().Be(script, "it is made of the model; GDPRKIT_APPROVE=1 writes it anew");
    }

    [Theory]
    [InlineData("sqlite", null)]
    [InlineData("postgresql", "C")]
    [InlineData("sqlserver", "Latin1_General_100_BIN2")]
    public void Every_text_is_compared_ordinally(string database, string? collation)
    {
        using var context = TablesContext.On(database);

        var texts = Entities(context).SelectMany(entity => entity.GetProperties()).Where(property => property.ClrType == typeof(string)).ToList();

        texts.Should().NotBeEmpty().And.OnlyContain(property => property.GetCollation() == collation);
    }

    [Fact]
    public void Every_table_bears_a_name_of_GdprKit_and_every_key_is_complete()
    {
        using var context = TablesContext.On("sqlite");

        Entities(context).Should().HaveCount(8).And.OnlyContain(entity => entity.GetTableName()!.StartsWith("gdpr_", StringComparison.Ordinal));
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

    private static async Task AppendOnScriptAsync(DbContextOptions<LedgerContext> options, string database)
    {
        await using var context = new LedgerContext(options);
        var script = await File.ReadAllTextAsync(PathOf(database), Token);
        await context.Database.ExecuteSqlRawAsync(script, Token);
        await context.Database.ExecuteSqlRawAsync(script, Token);
        var lease = LeaseRequest.Take(LeaseName.Parse("test.work"), Guid.NewGuid(), NodaTime.Instant.FromUtc(2026, 11, 26, 9, 30), NodaTime.Duration.FromMinutes(1));

        (await new EntityFrameworkCoreLedgerStore(context).LeaseAsync(lease, Token)).Should().Be(lease.Apply(null));

        context.Set<LeaseRow>().Should().ContainSingle(row => row.Name == "test.work" && row.Number == 1);
    }

    private static IEnumerable<IEntityType> Entities(TablesContext context) => context.GetService<IDesignTimeModel>().Model.GetEntityTypes();

    // A deterministic build does not know where its files lay; the folder of the solution is found from where the tests run.
    private static string PathOf(string database)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GdprKit.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests read the scripts of the solution they were built from; no folder above them holds GdprKit.sln.");
        }

        return Path.Combine(folder.FullName, "src/GdprKit.EntityFrameworkCore/Ledger/Tables", $"{database}.sql");
    }
}
