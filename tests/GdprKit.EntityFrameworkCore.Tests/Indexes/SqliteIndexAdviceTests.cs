using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Indexes;

public sealed class SqliteIndexAdviceTests : IndexAdviceTests
{
    [Fact]
    public async Task A_database_of_a_kind_whose_catalogue_is_not_known_gives_no_advice()
    {
        await using var services = new ServiceCollection().AddDbContext<InnContext>(options => options.UseSqlServer("Server=nowhere")).BuildServiceProvider();
        var store = new EntityFrameworkCoreStore<InnContext>(services.GetRequiredService<IServiceScopeFactory>());

        (await store.FindMissingIndexesAsync(Inn.Entity<Guest>(), [new RowRequest { Where = Due<Guest>("SignedUpAt") }], TestContext.Current.CancellationToken)).Should().BeNull();
    }

    private protected override string Complaints => "\"Complaint\"";

    private protected override Task<InnDatabase> CreateAsync() => Task.FromResult(InnDatabase.InSqlite());

    private protected override string StatementOf(string index, string table, string columns) => $"CREATE INDEX \"{index}\" ON {table} ({columns});";

    private protected override void Fill(string table, string columns, string values, int count = 20_000)
    {
        Inn.Execute($"""
            WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})
            INSERT INTO "{table}" ({columns}) SELECT {values} FROM numbers
            """);
        Analyze();
    }

    // SQLite tells no costs, but which tables it reads whole, and for which it makes an index itself, again and again.
    private protected override void IsFaster(string before, string after) => WholeTables(after).Should().BeLessThan(WholeTables(before));

    private static int WholeTables(string plan) => plan.Split('\n').Count(line =>
        line.StartsWith("SCAN", StringComparison.Ordinal)
        || line.Contains("AUTOMATIC", StringComparison.Ordinal)
        || (line.StartsWith("SEARCH", StringComparison.Ordinal) && !line.Contains(" USING ", StringComparison.Ordinal)));
}
