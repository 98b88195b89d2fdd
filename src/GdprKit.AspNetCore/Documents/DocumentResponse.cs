using System.Text;
using GdprKit.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GdprKit;

/// <summary>
/// Answers with a document that everybody may read. A browser may keep it, but asks each time whether it is still the current one:
/// who reads a privacy notice must read the one that applies.
/// </summary>
internal static class DocumentResponse
{
    public static Task WriteAsync(HttpContext context, string text, string mediaType)
    {
        var body = Encoding.UTF8.GetBytes(text);
        return WriteAsync(context, body, TagOf(body), mediaType);
    }

    /// <summary>What a browser knows a body by.</summary>
    public static EntityTagHeaderValue TagOf(byte[] body) => new($"\"{Digest.Of(body).ToString()[..32]}\"");

    public static async Task WriteAsync(HttpContext context, byte[] body, EntityTagHeaderValue tag, string mediaType)
    {
        var headers = context.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = "public, no-cache";
        Protect(headers);
        if (IsKnown(context.Request, tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = mediaType;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>No script, nothing from elsewhere, no frame around it; the style sheet is allowed by its hash.</summary>
    public static void Protect(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Policy;
    }

    private static string Policy { get; } =
        $"default-src 'none'; style-src {DocumentStyle.ContentSecurityPolicyHash}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
