using GdprKit.Requests;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>Removes every hour the exports whose time is over (Art. 5(1)(e)). Whoever asks for any does so too, so that none is handed out late.</summary>
internal sealed class ExportRemovalWork(IClock clock) : IWork
{
    private readonly Regularly _hourly = new(Duration.FromHours(1));

    public string Name => "request.export";

    public WakeUpCall WakeUp { get; } = new();

    public async Task<WorkRound> DoAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (_hourly.NotYet(now) is { } early)
        {
            return early;
        }

        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            if (scope.ServiceProvider.GetService<IExportVault>() is not { } vault)
            {
                return WorkRound.Nothing;
            }

            await vault.RemoveDueAsync(now, cancellationToken).ConfigureAwait(false);
        }

        return _hourly.Done(now);
    }
}
