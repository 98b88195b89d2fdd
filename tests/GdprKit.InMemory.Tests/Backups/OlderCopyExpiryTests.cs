using GdprKit.Ledger;
using GdprKit.Retention;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.InMemory.Backups;

public sealed class OlderCopyExpiryTests
{
    private static readonly Operator Owner = Operator.Parse("staff-1");

    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 26, 9, 30));

    private readonly InMemoryLedgerMirror _mirror = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_an_older_copy_nothing_goes_from_the_ledger_because_delays_may_be_missing_in_it()
    {
        using var newest = new InMemoryDatabase();
        using var older = new InMemoryDatabase();
        await using var shop = Shop(newest);
        await using var restored = Shop(older);
        await using var scope = shop.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BackupSets>().DelayAsync(ShopKeys.Nightly, new LocalDate(2026, 11, 26), new LocalDate(2027, 6, 1), Owner, "the disk was full", cancellationToken: Token);
        await shop.GetRequiredService<LedgerSequencer>().PumpAsync(Token);

        (await scope.ServiceProvider.GetRequiredService<LedgerExpiry>().RunAsync(Token)).Should().NotBeEmpty();
        await using var copy = restored.CreateAsyncScope();
        await copy.ServiceProvider.GetRequiredService<LedgerExpiry>().Awaiting(expiry => expiry.RunAsync(Token).AsTask()).Should().ThrowAsync<LedgerException>().WithMessage("GDPR3135: *");
    }

    private ServiceProvider Shop(InMemoryDatabase database) => new ServiceCollection().AddSingleton<IClock>(_clock).AddSingleton(database)
        .AddGdprKit(gdpr => gdpr.UseRegister(TestRegisters.Shop()).UseInMemoryLedger().UseLedgerMirror(_ => _mirror))
        .BuildServiceProvider();
}
