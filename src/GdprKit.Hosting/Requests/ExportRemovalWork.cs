using GdprKit.Requests;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>Removes every hour the exports whose time is over (Art. 5(1)(e)). Whoever asks for any does so too, so that none is handed out late.</summary>
internal sealed class ExportRemovalWork(IClock clock) : IWork
{
    private static readonly Duration Every = Duration.FromHours(1);

    private Instant _next = Instant.MinValue;

    public string Name => "request.export";

    public WakeUpCall WakeUp { get; } = new();

    public async Task<WorkRound> DoAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (now < _next && _next - now <= Every)
        {
            return new WorkRound(DidSomething: false, _next);
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

        _next = now + Every;
        return new WorkRound(DidSomething: true, _next);
    }
}
