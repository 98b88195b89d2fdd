using GdprKit.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit;

/// <summary>The shop in memory with workers, in a host that runs.</summary>
public abstract class WorkerTest : NoticeSendingTest
{
    protected WorkerTest() => Time = new(Clock);

    private protected ManualTime Time { get; }

    private protected TestLifetime Lifetime { get; } = new();

    private protected RememberedLog Log { get; } = new();

    private protected FakeWork Work { get; } = new();

    protected static Duration Seconds(int seconds) => Duration.FromSeconds(seconds);

    private protected IServiceProvider Host(Action<WorkerOptions>? configure = null, Action<IServiceCollection>? besides = null) => Program(besides: services =>
    {
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<IHostApplicationLifetime>(Lifetime);
        services.AddLogging(logging => logging.AddProvider(Log));
        services.AddGdprKit().AddWorkers(configure);
        services.AddSingleton(Work);
        services.AddHostedService<Worker<FakeWork>>();
        services.AddHealthChecks().AddGdprKitWorkers();
        besides?.Invoke(services);
    });

    /// <summary>Starts one of the workers, and waits until it waits.</summary>
    /// <returns>The worker, and for how long it waits.</returns>
    private protected async Task<(IHostedService Worker, Duration Waits)> StartAsync<TWork>(IServiceProvider host)
        where TWork : class, IWork
    {
        var worker = host.GetServices<IHostedService>().OfType<Worker<TWork>>().Single();
        await worker.StartAsync(Token);
        Lifetime.Start();
        return (worker, await WaitsAsync());
    }

    /// <summary>For how long the worker waits, as soon as it does.</summary>
    private protected Task<Duration> WaitsAsync() => Time.NextWaitAsync(Token).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Token);
}
