using GdprKit.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Serves every version that was published, for ever and to everybody, and what has changed since.</summary>
internal static class VersionEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder group)
    {
        Map(group, "versions/{version}/{language}", ReadAsync);
        Map(group, "versions/{version}/{language}/changes", CompareAsync);
    }

    private static void Map(IEndpointRouteBuilder group, string pattern, RequestDelegate handle) =>
        group.MapMethods(pattern, Methods, handle).WithMetadata(new AllowAnonymousAttribute()).WithDisplayName($"GdprKit privacy notice {pattern}");

    private static async Task ReadAsync(HttpContext context)
    {
        if (await FindAsync(context).ConfigureAwait(false) is not var (versions, version, language))
        {
            return;
        }

        var text = await versions.ReadTextAsync(version, language, context.RequestAborted).ConfigureAwait(false);
        var translations = version.Texts.Where(each => each.Language != language).Select(each => new DocumentTranslation(each.Language, each.Language.Code)).ToArray();
        context.Response.Headers.ContentLanguage = language.Code;
        var place = VersionTexts.Place(version, language, context.RequestServices.GetRequiredService<ProcessingRegister>().Controller.TimeZone);
        await DocumentResponse.WriteAsync(context, (text with { Introduction = [place, .. text.Introduction] }).ToHtml(translations), NoticeFormat.Html.MediaType).ConfigureAwait(false);
    }

    private static async Task CompareAsync(HttpContext context)
    {
        if (await FindAsync(context).ConfigureAwait(false) is not var (versions, version, language))
        {
            return;
        }

        var present = (await versions.ListAsync(version.Audience, context.RequestAborted).ConfigureAwait(false))[0];
        var changes = await versions.CompareAsync(version, present, context.RequestAborted).ConfigureAwait(false);
        context.Response.Headers.ContentLanguage = language.Code;
        await DocumentResponse.WriteAsync(context, VersionTexts.Changes(changes, language).ToHtml(), NoticeFormat.Html.MediaType).ConfigureAwait(false);
    }

    private static async ValueTask<(NoticeVersions Versions, NoticeVersion Version, Language Language)?> FindAsync(HttpContext context)
    {
        var values = context.Request.RouteValues;
        var versions = context.RequestServices.GetRequiredService<NoticeVersions>();
        if (Digest.TryParse(values["version"] as string, out var digest)
            && Language.TryParse(values["language"] as string, out var language)
            && await versions.FindAsync(digest, context.RequestAborted).ConfigureAwait(false) is { } version
            && version.Texts.Any(text => text.Language == language))
        {
            return (versions, version, language);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.WriteAsync($"{WebMessages.NoSuchVersion}: no version of the privacy notice was published under this address. Read the one that holds now.", context.RequestAborted).ConfigureAwait(false);
        }

        return null;
    }
}
