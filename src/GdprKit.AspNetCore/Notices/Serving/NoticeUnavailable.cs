using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GdprKit;

/// <summary>Tells operators why visitors cannot read the notice.</summary>
internal static partial class NoticeUnavailable
{
    public static void Log(IServiceProvider services, Exception exception)
    {
        if (services.GetService<ILogger<NoticeVersions>>() is { } logger)
        {
            CannotRead(logger, exception, WebMessages.NoticeUnavailable);
        }
    }

    [LoggerMessage(4507, LogLevel.Error, "{Id}: the privacy notice could not be read, because the ledger in which it was published did not answer.")]
    private static partial void CannotRead(ILogger logger, Exception exception, string id);
}
