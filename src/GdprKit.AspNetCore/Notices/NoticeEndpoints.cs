using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace GdprKit;

/// <summary>Serves the privacy notice to everybody, signed in or not: the version that holds, or what the register says while none was published.</summary>
internal sealed class NoticeEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private readonly KnownNotices _known;

    private readonly NoticePages _pages;

    private NoticeEndpoints(KnownNotices known) => (_known, _pages) = (known, new NoticePages(known));

    public static void Map(IEndpointRouteBuilder group, KnownNotices known)
    {
        var endpoints = new NoticeEndpoints(known);
        MapNotice(group, "", endpoints.NegotiatedAsync);
        MapNotice(group, "{language}", endpoints.InLanguageAsync);
        MapNotice(group, "{language}.{format}", endpoints.InLanguageAsync);
        MapNotice(group, "{language}/{people}", endpoints.InLanguageAsync);
        MapNotice(group, "{language}/{people}.{format}", endpoints.InLanguageAsync);
    }

    private static void MapNotice(IEndpointRouteBuilder group, string pattern, RequestDelegate serve) =>
        group.MapMethods(pattern, Methods, context => NoticeUnavailable.GuardAsync(context, () => serve(context))).WithMetadata(new AllowAnonymousAttribute()).WithDisplayName($"GdprKit privacy notice {pattern}");

    private async Task NegotiatedAsync(HttpContext context)
    {
        var notices = context.RequestServices.GetRequiredService<PrivacyNotices>();
        var shown = await _known.FindAsync(context.RequestServices, NoticeAudience.Everybody, context.RequestAborted).ConfigureAwait(false);
        var languages = shown.LanguagesIn(notices.Register);
        var language = LanguageNegotiation.Choose(context.Request, languages, languages.Contains(notices.Register.MainLanguage) ? notices.Register.MainLanguage : languages[0]);
        var root = $"{context.Request.PathBase}{context.Request.Path.Value?.TrimEnd('/')}";
        context.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        context.Response.Headers.ContentLocation = $"{root}/{language}";
        await (shown.IsReadableIn(notices)
            ? WriteAsync(context, shown, language, NoticeFormat.Html, new NoticeAddress(root, null, null))
            : NotFoundAsync(context, WebMessages.NoOwnNotice, "there is no public privacy notice: everybody has a notice of their own. Read that one.")).ConfigureAwait(false);
    }

    private async Task InLanguageAsync(HttpContext context)
    {
        var notices = context.RequestServices.GetRequiredService<PrivacyNotices>();
        var values = context.Request.RouteValues;
        var isLanguage = Language.TryParse(values["language"] as string, out var language);
        if (Audience(values["people"] as string) is not { } audience)
        {
            await NotFoundAsync(context, isLanguage ? WebMessages.NoOwnNotice : WebMessages.LanguageNotServed, "nobody of that name has a privacy notice of their own. Read the public one.").ConfigureAwait(false);
            return;
        }

        // What names no language is no notice, and is not worth a look into the ledger.
        var shown = isLanguage
            ? await _known.FindAsync(context.RequestServices, audience, context.RequestAborted).ConfigureAwait(false)
            : new NoticeOnDisplay(audience, [], null);
        var languages = shown.LanguagesIn(notices.Register);
        await (!isLanguage || !languages.Contains(language)
                ? NotFoundAsync(context, WebMessages.LanguageNotServed, $"the privacy notice is not served in this language. Ask for {Known(languages)}.")
            : !NoticeFormat.TryFind(values["format"] as string, out var format)
                ? NotFoundAsync(context, WebMessages.FormNotServed, "the privacy notice is not served in this form. Ask for 'html', 'md' or 'json', or leave it out.")
            : !shown.IsReadableIn(notices)
                ? NotFoundAsync(context, WebMessages.NoOwnNotice, "nobody of that name has a privacy notice of their own. Read the public one.")
            : WriteAsync(context, shown, language, format, NoticeAddress.Of(context.Request))).ConfigureAwait(false);
    }

    private async Task WriteAsync(HttpContext context, NoticeOnDisplay shown, Language language, NoticeFormat format, NoticeAddress address)
    {
        var page = await _pages.GetAsync(context.RequestServices, shown, language, format, address, context.RequestAborted).ConfigureAwait(false);
        foreach (var link in page.Links)
        {
            context.Response.Headers.Append(HeaderNames.Link, link);
        }

        if (shown.KnownAt is { } knownAt)
        {
            var age = context.RequestServices.GetRequiredService<IClock>().GetCurrentInstant() - knownAt;
            context.Response.Headers.Age = Math.Max(0, (long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        context.Response.Headers.ContentLanguage = language.Code;
        await DocumentResponse.WriteAsync(context, page.Body, page.Tag, format.MediaType).ConfigureAwait(false);
    }

    private static NoticeAudience? Audience(string? people) => people switch
    {
        null => NoticeAudience.Everybody,
        _ when Key<SubjectKind>.TryParse(people, out var key) => NoticeAudience.Of(key),
        _ => null,
    };

    private static string Known(IEnumerable<Language> languages) => string.Join(" or ", languages.Select(language => $"'{language}'"));

    private static Task NotFoundAsync(HttpContext context, string id, string text) => NoticeRefusal.WriteAsync(context, StatusCodes.Status404NotFound, id, text);
}
