using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GdprKit;

/// <summary>Leads who opens a page to the notice that holds, where they were not told of it yet. Whatever is no page that a person opens goes on.</summary>
internal sealed partial class NoticeGateMiddleware(RequestDelegate next, NoticeGate gate, IOptions<NoticeGateOptions> options, ILogger<NoticeGateMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (IsPage(context) && await IsToBeShownAsync(context).ConfigureAwait(false))
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.Location =
                $"{context.Request.PathBase}{options.Value.Page}?{GateEndpoints.ReturnField}={Uri.EscapeDataString($"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}")}";
            return;
        }

        await next(context).ConfigureAwait(false);
    }

    private bool IsPage(HttpContext context)
    {
        var request = context.Request;
        return HttpMethods.IsGet(request.Method)
            && context.GetEndpoint() is { } endpoint
            && endpoint.Metadata.GetMetadata<WithoutNoticeGateAttribute>() is null

            // What anybody may open, as the page to sign in.
            && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && !request.Path.StartsWithSegments(options.Value.Page, StringComparison.OrdinalIgnoreCase)
            && request.Headers["X-Requested-With"].Count == 0

            // Who keeps no cookies could not say "later", and would never come through.
            && request.Cookies.Count > 0
            && (request.Headers["Sec-Fetch-Dest"] is not [var destination] || destination == "document")
            && WantsHtml(request)
            && options.Value.LetThrough?.Invoke(context) != true;
    }

    // A browser names HTML where a person opens a page; programs ask for JSON or for anything.
    private static bool WantsHtml(HttpRequest request) => request.Headers.Accept
        .SelectMany(value => value?.Split(',', StringSplitOptions.TrimEntries) ?? [])
        .Any(value => MediaTypeWithQualityHeaderValue.TryParse(value, out var type) && type.MediaType == "text/html" && type.Quality is not 0);

    // Nobody is kept from a service by what the gate cannot look up.
    private async ValueTask<bool> IsToBeShownAsync(HttpContext context)
    {
#pragma warning disable CA1031 // Whatever fails, the page goes on.
        try
        {
            return await gate.FindAsync(context, isAsked: false).ConfigureAwait(false) is not null;
        }
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested)
        {
            CannotLookUp(logger, fault, WebMessages.GateOpen);
            return false;
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(4561, LogLevel.Warning, "{Id}: whether a person was told of the notice could not be looked up, so the page was shown without it.")]
    private static partial void CannotLookUp(ILogger logger, Exception exception, string id);
}
