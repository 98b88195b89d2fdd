using CsCheck;
using GdprKit.RetentionWorld;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GdprKit.EntityFrameworkCore.RetentionWorld;

/// <summary>
/// Random registers, maps and rows: what a database counts is what each row says by itself. Few of them in an ordinary run; any number
/// with <c>CsCheck_Iter=2000</c>, and one again with <c>CsCheck_Seed=…</c>.
/// </summary>
public sealed class WorldTests(PostgreSqlServer server)
{
    private static readonly long Cases = Environment.GetEnvironmentVariable("CsCheck_Iter") is null ? 30 : Check.Iter;

    [Fact]
    public async Task SQLite_counts_what_each_row_says_by_itself()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var database = new WorldDatabase(options => options.UseSqlite(connection));

        await ProveAsync(database);
    }

    [PostgreSqlFact]
    public async Task PostgreSQL_counts_what_each_row_says_by_itself()
    {
        await using var postgres = await server.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        // Compiling a statement that no other case asks takes longer than running it on a few rows.
        var connection = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Options = "-c jit=off" }.ConnectionString;
        await using var database = new WorldDatabase(options => options.UseNpgsql(connection));

        await ProveAsync(database);
    }

    private static async Task ProveAsync(WorldDatabase database)
    {
        await database.CreateAsync();
        await RetentionCase.All.SampleAsync(
            async one =>
            {
                await database.HoldAsync(one.World);
                var register = one.Register.TryCreate()!;
                var answers = DefinedAnswers.Of(one, register, new DefinedMaps(one.Maps, register.Controller.TimeZone));
                await database.AnswerAsync(answers, register.Controller.TimeZone);
                var differences = await RetentionProof.DifferencesAsync(one, database.Store, database.Retention, answers, WorldDatabase.TypeOf, TestContext.Current.CancellationToken);
                differences.Should().BeEmpty("{0}", one);
            },
            iter: Cases,
            threads: 1,
            print: one => one.ToString());
    }
}
