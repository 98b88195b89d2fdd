using System.Data.Common;
using GdprKit.Ledger;
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

    [Fact]
    public async Task What_appends_is_kept_no_longer_than_the_connection_as_well()
    {
        await Context.Database.OpenConnectionAsync(Token);
        await WriteAsync(0);
        var batch = Kept!.FindBatch(Append)!;

        await Context.Database.CloseConnectionAsync();

        batch.BatchCommands.Should().BeEmpty("the driver takes back what is disposed of, to give it out again");
    }

    [Fact]
    public async Task What_appends_holds_no_value_and_no_transaction_while_it_waits()
    {
        await Context.Database.OpenConnectionAsync(Token);
        await WriteAsync(0);
        await InTransactionAsync(commits: true, async () =>
        {
            await WriteAsync(1);
            return 2;
        });

        var (batch, command) = (Kept!.FindBatch(Append)!, Kept!.FindCommand(Append)!);
        batch.BatchCommands[0].Parameters.Cast<DbParameter>().Should().HaveCount(18).And.OnlyContain(parameter => parameter.Value == DBNull.Value);
        command.Parameters.Cast<DbParameter>().Should().HaveCount(18).And.OnlyContain(parameter => parameter.Value == DBNull.Value);
        batch.Transaction.Should().BeNull();
        command.Transaction.Should().BeNull();
    }

    [Fact]
    public async Task What_appends_heeds_the_time_limit_of_each_use()
    {
        await Context.Database.OpenConnectionAsync(Token);
        await WriteAsync(0);
        var batch = Kept!.FindBatch(Append)!;
        var usual = batch.Timeout;

        Context.Database.SetCommandTimeout(7);
        await WriteAsync(1);
        batch.Timeout.Should().Be(7);

        Context.Database.SetCommandTimeout(null);
        await WriteAsync(2);
        batch.Timeout.Should().Be(usual).And.NotBe(7);
        Kept!.FindBatch(Append).Should().BeSameAs(batch);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_fails_in_a_transaction_of_the_host_or_outside_of_one_is_made_anew_and_the_other_is_kept(bool isInTransaction)
    {
        await Context.Database.OpenConnectionAsync(Token);
        await AppendAsync(version: 0, isInTransaction: false);
        await AppendAsync(version: 1, isInTransaction: true);
        var (batch, command) = (Kept!.FindBatch(Append)!, Kept!.FindCommand(Append)!);
        await Context.Database.ExecuteSqlRawAsync("ALTER TABLE gdpr_entry ADD CONSTRAINT refused CHECK (version < 3)", Token);

        await FluentActions.Awaiting(() => AppendAsync(version: 2, isInTransaction)).Should().ThrowAsync<PostgresException>().Where(refusal => refusal.SqlState == PostgresErrorCodes.CheckViolation);

        Kept!.FindBatch(Append).Should().BeSameAs(isInTransaction ? batch : null);
        Kept!.FindCommand(Append).Should().BeSameAs(isInTransaction ? null : command);
        await Context.Database.ExecuteSqlRawAsync("ALTER TABLE gdpr_entry DROP CONSTRAINT refused", Token);
        await AppendAsync(version: 2, isInTransaction);
        await AppendAsync(version: 3, !isInTransaction);

        Task AppendAsync(long version, bool isInTransaction) => !isInTransaction
            ? WriteAsync(version)
            : InTransactionAsync(commits: true, async () =>
            {
                await WriteAsync(version);
                return version;
            });
    }

    // The driver breaks a connection on which the server says that its disk is full.
    [Fact]
    public async Task When_the_connection_breaks_as_a_statement_runs_that_was_kept_it_is_told_why_and_prepared_on_the_next_one()
    {
        await Context.Database.OpenConnectionAsync(Token);
        await WriteAsync(0);
        await FullDisk.FillAsync(Context, "INSERT ON gdpr_entry", times: 1);

        (await FluentActions.Awaiting(() => WriteAsync(1)).Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3107: *");

        Kept.Should().BeNull();
        await WriteAsync(1);
        (await FindAsync()).Should().Be(2);
    }

    private protected override string NoMoreContent => "ALTER TABLE gdpr_content ADD CONSTRAINT refused CHECK (false) NOT VALID";

    private protected override string MoreContent => "ALTER TABLE gdpr_content DROP CONSTRAINT refused";

    private string Append => LedgerSql.Of(Context).AppendSingle(hasDetails: false, hasContent: false);

    // On a connection that is closed nothing can be read, be it disposed of or not.
    private protected override Func<Task> Watch(DbCommand command) => async () =>
    {
        await Context.Database.OpenConnectionAsync(Token);
        await command.Awaiting(disposed => disposed.ExecuteReaderAsync(Token)).Should().ThrowAsync<ObjectDisposedException>();
        await Context.Database.CloseConnectionAsync();
    };

    private protected override Task<LedgerHost> CreateAsync() => LedgerHost.InPostgreSqlAsync(server);

    private async Task BreakAsync()
    {
        await using var command = Context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT pg_terminate_backend(pg_backend_pid())";
        await command.Invoking(broken => broken.ExecuteScalarAsync(Token)).Should().ThrowAsync<NpgsqlException>();
    }
}
