using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>On PostgreSQL somebody can begin before another and commit after him.</summary>
public sealed class LateCommitTests(PostgreSqlServer server) : LedgerHostTests
{
    private LedgerSequencer Sequencer => Services.GetRequiredService<LedgerSequencer>();

    [Fact]
    public async Task What_is_committed_late_is_put_in_order_late_and_not_lost()
    {
        await using var late = Host.Request();
        var context = late.ServiceProvider.GetRequiredService<LedgerContext>();
        await using (var transaction = await context.Database.BeginTransactionAsync(Token))
        {
            await AppendAsync(late.ServiceProvider, "late");
            await AppendAsync(Services, "early");
            (await Sequencer.PumpAsync(Token)).Ordered.Should().Be(1, "only what is committed gets a position, and nobody waits for the other");
            await transaction.CommitAsync(Token);
        }

        (await Sequencer.PumpAsync(Token)).Ordered.Should().Be(1);

        var log = await Services.GetRequiredService<ILedgerLog>().ReadLogAsync(0, 10, Token);
        log.Select(entry => entry.Entry!.Stream.Key.ToString()).Should().Equal("early", "late");
    }

    [Fact]
    public async Task Within_a_transaction_of_the_host_the_sequencer_joins_nothing()
    {
        await using var transaction = await Context.Database.BeginTransactionAsync(Token);
        await AppendAsync(Services, "waits");

        (await Sequencer.PumpAsync(Token)).Ordered.Should().Be(0);

        await transaction.RollbackAsync(Token);
        (await Services.GetRequiredService<ILedgerLog>().ReadTipAsync(Token)).Should().BeNull();
    }

    private protected override Task<LedgerHost> CreateAsync() =>
        PostgreSqlInstallation.IsInstalled ? LedgerHost.InPostgreSqlAsync(server) : throw SkipException.ForSkip(PostgreSqlInstallation.Missing);

    private static async Task AppendAsync(IServiceProvider services, string key) =>
        await services.GetRequiredService<LedgerStreams>().AppendAsync<Subscription>(Subscription.StreamOf(SubjectRef.New(), key), null, _ => [Subscription.Start()], Token);
}
