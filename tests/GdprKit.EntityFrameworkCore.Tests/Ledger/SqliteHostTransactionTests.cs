using System.Transactions;
using GdprKit.Ledger;
using Microsoft.Data.Sqlite;

namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class SqliteHostTransactionTests : HostTransactionTests
{
    private const int Busy = 5;

    [Fact]
    public async Task While_another_program_writes_the_error_of_the_database_comes_through_and_nothing_is_written()
    {
        await using (var connection = new SqliteConnection(Host.ConnectionString))
        {
            await connection.OpenAsync(Token);
            await using var transaction = await connection.BeginTransactionAsync(Token);

            var remembering = async () => await RememberAsync(Context.Gdpr(), Token);

            (await remembering.Should().ThrowAsync<SqliteException>()).Which.SqliteErrorCode.Should().Be(Busy);
        }

        (await Host.CountAsync(Stream)).Should().Be((0, 0));
        await RememberAsync(Context.Gdpr(), Token);
        (await Host.CountAsync(Stream)).Should().Be((0, 1));
    }

    [Fact]
    public async Task A_TransactionScope_is_refused_with_what_to_do_instead()
    {
        using var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
        var remembering = async () => await RememberAsync(Context.Gdpr(), Token);

        (await remembering.Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3152: *BeginTransactionAsync*");
    }

    private protected override Task<LedgerHost> CreateAsync() => LedgerHost.InSqliteAsync();
}
