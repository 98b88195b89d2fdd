using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace GdprKit;

/// <summary>Serves the privacy notice to everybody, signed in or not.</summary>
internal static class NoticeEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder group)
    {
        MapNotice(group, "", Negotiated);
        MapNotice(group, "{language}", InLanguage);
        MapNotice(group, "{language}.{format}", InLanguage);
        MapNotice(group, "{language}/{people}", InLanguage);
        MapNotice(group, "{language}/{people}.{format}", InLanguage);
    }

    private static void MapNotice(IEndpointRouteBuilder group, string pattern, RequestDelegate handle) =>
        group.MapMethods(pattern, Methods, handle).WithMetadata(new AllowAnonymousAttribute()).WithDisplayName($"GdprKit privacy notice {pattern}");

    private static Task Negotiated(HttpContext context)
    {
        var notices = context.RequestServices.GetRequiredService<PrivacyNotices>();
        var language = LanguageNegotiation.Choose(context.Request, notices.Register);
        var root = $"{context.Request.PathBase}{context.Request.Path.Value?.TrimEnd('/')}";
        context.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        context.Response.Headers.ContentLocation = $"{root}/{language}";
        return notices.TryGet(language, NoticeAudience.Everybody, out var notice)
            ? ServeAsync(context, notice, NoticeFormat.Html, new NoticeAddress(root, null, null))
            : RefuseAsync(context, WebMessages.NoOwnNotice, "there is no public privacy notice: everybody has a notice of their own. Read that one.");
    }

    private static Task InLanguage(HttpContext context)
    {
        var notices = context.RequestServices.GetRequiredService<PrivacyNotices>();
        var values = context.Request.RouteValues;
        if (!Language.TryParse(values["language"] as string, out var language) || !notices.Register.Languages.Contains(language))
        {
            return RefuseAsync(context, WebMessages.LanguageNotServed, $"the privacy notice is not served in this language. Ask for {Known(notices)}.");
        }

        if (!NoticeFormat.TryFind(values["format"] as string, out var format))
        {
            return RefuseAsync(context, WebMessages.FormNotServed, "the privacy notice is not served in this form. Ask for 'html', 'md' or 'json', or leave it out.");
        }

        if (Audience(values["people"] as string) is not { } audience || !notices.TryGet(language, audience, out var notice))
        {
            return RefuseAsync(context, WebMessages.NoOwnNotice, "nobody of that name has a privacy notice of their own. Read the public one.");
        }

        return ServeAsync(context, notice, format, NoticeAddress.Of(context.Request));
    }

    private static Task ServeAsync(HttpContext context, PrivacyNotice notice, NoticeFormat format, NoticeAddress address)
    {
        var register = context.RequestServices.GetRequiredService<PrivacyNotices>().Register;
        var translations = register.Languages.Where(language => language != notice.Language).Select(address.In).ToArray();
        foreach (var translation in translations)
        {
            context.Response.Headers.Append(HeaderNames.Link, $"<{translation.Address}>; rel=\"alternate\"; hreflang=\"{translation.Language}\"");
        }

        context.Response.Headers.ContentLanguage = notice.Language.Code;
        return DocumentResponse.WriteAsync(context, format.Write(notice, translations), format.MediaType);
    }

    private static NoticeAudience? Audience(string? people) => people switch
    {
        null => NoticeAudience.Everybody,
        _ when Key<SubjectKind>.TryParse(people, out var key) => NoticeAudience.Of(key),
        _ => null,
    };

    private static string Known(PrivacyNotices notices) => string.Join(" or ", notices.Register.Languages.Select(language => $"'{language}'"));

    private static Task RefuseAsync(HttpContext context, string id, string text)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync($"{id}: {text}", context.RequestAborted);
    }
}
