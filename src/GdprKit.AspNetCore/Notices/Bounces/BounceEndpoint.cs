using System.Text.Json;
using GdprKit.Notices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace GdprKit;

/// <summary>Takes reports of mails that came back. It answers the same whether or not it knows the mail, so that nobody learns who was sent one.</summary>
internal static class BounceEndpoint
{
    private const int MostBytes = 1024 * 1024;

    public static async Task TakeAsync(HttpContext context)
    {
        if (await ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false) is not { } body)
        {
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge).ConfigureAwait(false);
            return;
        }

        var bounces = context.RequestServices.GetRequiredService<NoticeBounces>();
        switch (MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) ? type.MediaType.Value?.ToLowerInvariant() : null)
        {
            case "application/json" when TryParse(body, out var bounce):
                await bounces.RecordAsync(bounce!, context.RequestAborted).ConfigureAwait(false);
                break;
            case "message/rfc822" when context.RequestServices.GetService<IBounceReader>() is not null:
                await bounces.RecordAsync(body, context.RequestAborted).ConfigureAwait(false);
                break;
            default:
                await RefuseAsync(context, StatusCodes.Status400BadRequest).ConfigureAwait(false);
                return;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static bool TryParse(MemoryStream body, out MailBounce? bounce)
    {
        bounce = null;
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement is { ValueKind: JsonValueKind.Object } report
                && report.TryGetProperty("messageId", out var id) && id.ValueKind is JsonValueKind.String
                && report.TryGetProperty("permanent", out var permanent) && permanent.ValueKind is JsonValueKind.True or JsonValueKind.False)
            {
                bounce = new MailBounce(id.GetString()!, permanent.GetBoolean());
            }
        }
        catch (JsonException)
        {
        }

        return bounce is not null;
    }

    private static async ValueTask<MemoryStream?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        var piece = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (body.Length + read > MostBytes)
            {
                return null;
            }

            body.Write(piece.AsSpan(0, read));
        }

        body.Position = 0;
        return body;
    }

    private static async Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(
            $"{WebMessages.BounceMalformed}: this is no report of a mail that came back, or it is larger than {MostBytes} bytes. Post JSON {{\"messageId\":\"…\",\"permanent\":true}} as application/json, or the mail as it came as message/rfc822.",
            context.RequestAborted).ConfigureAwait(false);
    }
}
