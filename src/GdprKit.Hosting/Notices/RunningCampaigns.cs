using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Hosting;

/// <summary>The versions of which people are being told, read in a scope of its own.</summary>
internal static class RunningCampaigns
{
    public static async ValueTask<ValueList<NoticeVersion>> FindAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            return await scope.ServiceProvider.GetRequiredService<NoticeCampaigns>().FindRunningAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
