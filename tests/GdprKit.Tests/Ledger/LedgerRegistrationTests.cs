using GdprKit.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Ledger;

public sealed class LedgerRegistrationTests
{
    [Fact]
    public void A_host_that_keeps_no_ledger_starts_without_a_store_of_it()
    {
        var building = () => Services().BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        building.Should().NotThrow();
        using var provider = building();
        using var scope = provider.CreateScope();
        FluentActions.Invoking(scope.ServiceProvider.GetRequiredService<LedgerStreams>).Should().Throw<InvalidOperationException>().WithMessage("GDPR3110: *");
    }

    [Fact]
    public async Task A_host_that_has_a_store_gets_streams_and_their_expiry()
    {
        var services = Services(gdpr => gdpr.AddStreams<Subscription>().AddStreams<Subscription>().UseInMemoryLedger().UseInMemoryLedger());
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        await using var scope = provider.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<LedgerStreams>().AppendAsync<Subscription>(
            Subscription.StreamOf(SubjectRef.New()), null, _ => [Subscription.Start()], TestContext.Current.CancellationToken);

        provider.GetServices<StreamFold>().Should().ContainSingle(fold => fold == Subscription.Fold);
        (await scope.ServiceProvider.GetRequiredService<LedgerExpiry>().RunAsync(TestContext.Current.CancellationToken))
            .Should().ContainSingle(expired => expired.Kind == Subscription.Fold.Kind).Which.Count.Should().Be(0);
    }

    private static ServiceCollection Services(Action<GdprKitBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddGdprKit(gdpr =>
        {
            gdpr.UseRegister(TestRegisters.Shop());
            configure?.Invoke(gdpr);
        });
        return services;
    }
}
