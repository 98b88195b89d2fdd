using GdprKit.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Shows something to operators whom a policy lets in, in their own language. Nothing of it may be kept by a browser.</summary>
internal static class OperatorPage
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder group, string pattern, string policy, Func<IServiceProvider, Language, IResult> show) =>
        Map(group, pattern, policy, (context, language) => Task.FromResult(show(context.RequestServices, language)));

    public static void Map(IEndpointRouteBuilder group, string pattern, string policy, Func<HttpContext, Language, Task<IResult>> show) =>
        group.MapMethods($"manage/{pattern}", Methods, OperatorAccess.Require(policy, context => ShowAsync(context, show)))
            .WithDisplayName($"GdprKit {pattern}");

    public static IResult Of(Document document) => Results.Content(document.ToHtml(), "text/html; charset=utf-8");

    private static async Task ShowAsync(HttpContext context, Func<HttpContext, Language, Task<IResult>> show)
    {
        var language = LanguageNegotiation.Choose(context.Request, context.RequestServices.GetRequiredService<ProcessingRegister>());
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentLanguage = language.Code;
        DocumentResponse.Protect(context.Response.Headers);
        var result = await show(context, language).ConfigureAwait(false);
        await result.ExecuteAsync(context).ConfigureAwait(false);
    }
}
