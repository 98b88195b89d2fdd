using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GdprKit;

/// <summary>What visitors are told where neither the ledger nor memory has what they ask for, and operators with them.</summary>
internal static partial class NoticeUnavailable
{
    /// <summary>Answers, or says that it cannot be done right now. What was asked for has changed nothing.</summary>
    public static async Task GuardAsync(HttpContext context, Func<Task> answer)
    {
#pragma warning disable CA1031 // A ledger throws the errors of its database, bare or wrapped; what is not one of them goes on.
        try
        {
            await answer().ConfigureAwait(false);
        }
        catch (Exception fault) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested && (fault is NoticeException || KeptLedger.IsFault(fault)))
        {
            Log(context.RequestServices, fault);
            context.Response.Headers.RetryAfter = "60";
            context.Response.Headers.CacheControl = "no-store";
            await NoticeRefusal.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, WebMessages.NoticeUnavailable, TextIn(LanguageOf(context))).ConfigureAwait(false);
        }
#pragma warning restore CA1031
    }

    private static Language LanguageOf(HttpContext context) =>
        Language.TryParse(context.Request.RouteValues["language"] as string, out var language) ? language
        : LanguageNegotiation.Choose(context.Request, [Language.Dutch, Language.English], Language.English);

    private static string TextIn(Language language) => language == Language.Dutch
        ? "de privacyverklaring kan nu niet worden gelezen of bevestigd. Probeer het over een minuut opnieuw."
        : "the privacy notice cannot be read or confirmed right now. Try again in a minute.";

    private static void Log(IServiceProvider services, Exception exception)
    {
        if (services.GetService<ILogger<NoticeVersions>>() is { } logger)
        {
            CannotRead(logger, exception, WebMessages.NoticeUnavailable);
        }
    }

    [LoggerMessage(4507, LogLevel.Error, "{Id}: the privacy notice could not be read or confirmed, because the ledger in which it was published did not answer, or its text is missing.")]
    private static partial void CannotRead(ILogger logger, Exception exception, string id);
}
