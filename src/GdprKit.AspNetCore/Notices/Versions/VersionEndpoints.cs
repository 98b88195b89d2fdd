using GdprKit.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Serves every version that was published, for ever and to everybody, and what has changed since.</summary>
internal sealed class VersionEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private readonly KnownNotices _known;

    private VersionEndpoints(KnownNotices known) => _known = known;

    public static void Map(IEndpointRouteBuilder group, KnownNotices known)
    {
        var endpoints = new VersionEndpoints(known);
        Map(group, "versions/{version}/{language}", endpoints.ReadAsync);
        Map(group, "versions/{version}/{language}/changes", endpoints.CompareAsync);
    }

    private static void Map(IEndpointRouteBuilder group, string pattern, RequestDelegate handle) =>
        group.MapMethods(pattern, Methods, context => NoticeUnavailable.GuardAsync(context, () => handle(context))).WithMetadata(new AllowAnonymousAttribute()).WithDisplayName($"GdprKit privacy notice {pattern}");

    private async Task ReadAsync(HttpContext context)
    {
        if (await FindAsync(context).ConfigureAwait(false) is not var (version, _, language))
        {
            return;
        }

        var text = await _known.ReadAsync(context.RequestServices, version, language, context.RequestAborted).ConfigureAwait(false);
        var translations = version.Texts.Where(each => each.Language != language).Select(each => new DocumentTranslation(each.Language, each.Language.Code)).ToArray();
        context.Response.Headers.ContentLanguage = language.Code;
        var place = VersionTexts.Place(version, language, context.RequestServices.GetRequiredService<ProcessingRegister>().Controller.TimeZone);
        await DocumentResponse.WriteAsync(context, (text with { Introduction = [place, .. text.Introduction] }).ToHtml(translations), NoticeFormat.Html.MediaType).ConfigureAwait(false);
    }

    private async Task CompareAsync(HttpContext context)
    {
        if (await FindAsync(context).ConfigureAwait(false) is not var (version, published, language))
        {
            return;
        }

        var changes = await context.RequestServices.GetRequiredService<NoticeVersions>().CompareAsync(version, published[0], context.RequestAborted).ConfigureAwait(false);
        context.Response.Headers.ContentLanguage = language.Code;
        await DocumentResponse.WriteAsync(context, VersionTexts.Changes(changes, language).ToHtml(), NoticeFormat.Html.MediaType).ConfigureAwait(false);
    }

    private async ValueTask<(NoticeVersion Version, ValueList<NoticeVersion> Published, Language Language)?> FindAsync(HttpContext context)
    {
        var values = context.Request.RouteValues;
        if (Digest.TryParse(values["version"] as string, out var digest)
            && Language.TryParse(values["language"] as string, out var language)
            && await _known.FindAsync(context.RequestServices, digest, context.RequestAborted).ConfigureAwait(false) is var (version, published)
            && version.Texts.Any(text => text.Language == language))
        {
            return (version, published, language);
        }

        await NoticeRefusal.WriteAsync(
            context, StatusCodes.Status404NotFound, WebMessages.NoSuchVersion, "no version of the privacy notice was published under this address. Read the one that holds now.").ConfigureAwait(false);
        return null;
    }
}
