using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class PostgreSqlKeptStatementTests(PostgreSqlServer server) : KeptStatementTests
{
    [Fact]
    public async Task After_the_connection_broke_it_is_prepared_on_the_next_one()
    {
        await Context.Database.OpenConnectionAsync(Token);
        await WriteAsync(0);
        await FindAsync();
        await BreakAsync();

        Kept.Should().BeNull();
        await WriteAsync(1);
        (await FindAsync()).Should().Be(2);
    }

    [Fact]
    public async Task After_a_column_got_another_type_it_fails_once_at_most_and_is_prepared_again()
    {
        await Context.Database.OpenConnectionAsync(Token);
        await WriteAsync(0);
        await FindAsync();
        await using (var another = Host.Request())
        {
            await another.ServiceProvider.GetRequiredService<LedgerContext>().Database.ExecuteSqlRawAsync(
                "ALTER TABLE gdpr_head ALTER COLUMN fold_version TYPE bigint; ALTER TABLE gdpr_head ALTER COLUMN fold_version TYPE integer; ALTER TABLE gdpr_head ALTER COLUMN status TYPE varchar(80)",
                Token);
        }

        await this.Invoking(each => each.FindAsync()).Should().ThrowAsync<PostgresException>("what it gives has another type now");

        (await FindAsync()).Should().Be(1);
        await WriteAsync(1);
        (await FindAsync()).Should().Be(2);
    }

    private protected override Task<LedgerHost> CreateAsync() => LedgerHost.InPostgreSqlAsync(server);

    private async Task BreakAsync()
    {
        await using var command = Context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT pg_terminate_backend(pg_backend_pid())";
        await command.Invoking(broken => broken.ExecuteScalarAsync(Token)).Should().ThrowAsync<NpgsqlException>();
    }
}
