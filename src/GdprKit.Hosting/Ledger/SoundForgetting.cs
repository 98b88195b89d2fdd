using GdprKit.Ledger;
using Microsoft.Extensions.Logging;

namespace GdprKit.Hosting;

/// <summary>
/// Forgets in the mirror what the ledger has forgotten, and only after a verification that found nothing: who can write to the database can make entries look expired, and the mirror then
/// has the only copy that is left.
/// </summary>
internal sealed partial class SoundForgetting(VerificationRun run, MirrorExpiry mirror, ILogger<SoundForgetting>? logger = null)
{
    /// <summary>Verifies the whole ledger, or joins the verification that runs, and then forgets.</summary>
    public async ValueTask VerifyAndForgetAsync(CancellationToken cancellationToken) =>
        await ForgetAsync(await run.RunAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Forgets after a verification; what it leaves is forgotten after the next one that finds nothing.</summary>
    public async ValueTask ForgetAsync(VerificationReport report, CancellationToken cancellationToken)
    {
        if (report.IsSound)
        {
            await mirror.ForgetAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (logger is not null)
        {
            Kept(logger, WorkerMessages.MirrorForgetsNothing, report.Faults);
        }
    }

    [LoggerMessage(6418, LogLevel.Warning, "{Id}: the mirror of the ledger stays as it is and forgets nothing, because a verification of the ledger found {Faults} things that do not fit.")]
    private static partial void Kept(ILogger logger, string id, long faults);
}
