using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>
/// Does one work, round after round, from when the host has started until it stops. What fails is logged and tried again: no fault of a database or a
/// mail server ends the host.
/// </summary>
internal sealed partial class Worker<TWork>(
    TWork work,
    IServiceScopeFactory scopes,
    IOptions<WorkerOptions> options,
    WorkerStates states,
    WorkerMeter meter,
    IClock clock,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<Worker<TWork>> logger) : BackgroundService
    where TWork : class, IWork
{
    private readonly WorkPace _pace = new(options.Value);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before that a site does not know its own address, and its database may not be ready.
        await StartedAsync(stoppingToken).ConfigureAwait(false);
        while (!stoppingToken.IsCancellationRequested)
        {
            var called = work.WakeUp.Next;
            var wait = await DoAsync(stoppingToken).ConfigureAwait(false);
            if (await WaitAsync(wait, called, stoppingToken).ConfigureAwait(false))
            {
                _pace.Wake();
            }
        }
    }

    private async Task<Duration> DoAsync(CancellationToken stoppingToken)
    {
#pragma warning disable CA1031 // A host outlives every fault of its workers; the fault is told, and tried again.
        try
        {
            var round = await work.DoAsync(scopes, stoppingToken).ConfigureAwait(false);
            if (_pace.Failures > 0)
            {
                Recovered(logger, WorkerMessages.Recovered, work.Name, _pace.Failures);
            }

            states.Succeeded(work.Name);
            meter.Round(work.Name, failed: false);
            return _pace.After(round, clock.GetCurrentInstant());
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            return Duration.Zero;
        }
        catch (Exception fault)
        {
            var wait = _pace.AfterFailure();
            Failed(logger, fault, WorkerMessages.RoundFailed, work.Name, wait);
            states.Failed(work.Name, clock.GetCurrentInstant());
            meter.Round(work.Name, failed: true);
            return wait;
        }
#pragma warning restore CA1031
    }

    // Whether somebody called.
    private async Task<bool> WaitAsync(Duration wait, Task called, CancellationToken stoppingToken)
    {
        if (wait <= Duration.Zero)
        {
            return called.IsCompleted;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var delay = Task.Delay(wait.ToTimeSpan(), time, ending.Token);
        await Task.WhenAny(delay, called).ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
        await delay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return called.IsCompleted;
    }

    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var starting = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        using var stopping = stoppingToken.Register(() => started.TrySetResult());
        await started.Task.ConfigureAwait(false);
    }

    [LoggerMessage(6400, LogLevel.Error, "{Id}: the work '{Work}' failed, and is tried again in {Wait}.")]
    private static partial void Failed(ILogger logger, Exception exception, string id, string work, Duration wait);

    [LoggerMessage(6401, LogLevel.Information, "{Id}: the work '{Work}' goes on after it failed {Failures} times.")]
    private static partial void Recovered(ILogger logger, string id, string work, int failures);
}
