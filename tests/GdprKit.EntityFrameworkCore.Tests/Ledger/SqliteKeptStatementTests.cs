using System.Data.Common;
using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class SqliteKeptStatementTests : KeptStatementTests
{
    [Fact]
    public async Task What_is_kept_holds_no_connection_alive()
    {
        var connection = await ForgottenConnectionAsync();

        // A pool knows what was asked last.
        await Host.CountAsync(Stream);
        for (var i = 0; i < 10 && connection.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        connection.IsAlive.Should().BeFalse();
    }

    private protected override string NoMoreContent => "CREATE TRIGGER refused BEFORE INSERT ON gdpr_content BEGIN SELECT RAISE(ABORT, 'no more'); END";

    private protected override string MoreContent => "DROP TRIGGER refused";

    private protected override Task<LedgerHost> CreateAsync() => LedgerHost.InSqliteAsync();

    private protected override Func<Task> Watch(DbCommand command)
    {
        var isDisposed = false;
        command.Disposed += (_, _) => isDisposed = true;
        return () =>
        {
            isDisposed.Should().BeTrue();
            return Task.CompletedTask;
        };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> ForgottenConnectionAsync()
    {
        await using var request = Host.Request();
        var context = request.ServiceProvider.GetRequiredService<LedgerContext>();
        await context.Database.OpenConnectionAsync(Token);
        await request.ServiceProvider.GetRequiredService<ILedgerStore>().FindHeadsAsync([Stream], Token);
        var connection = context.Database.GetDbConnection();
        KeptCommands.Find(connection)!.Count.Should().BePositive();
        return new WeakReference(connection);
    }
}
