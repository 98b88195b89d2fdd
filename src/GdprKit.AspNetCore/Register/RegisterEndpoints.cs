using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Shows operators the register and the record of processing, in their own language. Nothing of it may be kept by a browser.</summary>
internal static class RegisterEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder group)
    {
        MapPage(group, "register", (register, language) => Page(RegisterOverview.From(register, language).ToHtml()));
        MapPage(group, "record", (register, language) => Page(RecordOfProcessing.From(register, language).ToDocument().ToHtml()));
        MapPage(group, "record.csv", (register, language) => Results.File(
            RecordOfProcessing.From(register, language).ToCsv(), "text/csv; charset=utf-8", "record.csv"));
        MapPage(group, "record.json", (register, language) => Results.File(
            Encoding.UTF8.GetBytes(RecordOfProcessing.From(register, language).ToJson()), "application/json; charset=utf-8", "record.json"));
    }

    private static void MapPage(IEndpointRouteBuilder group, string pattern, Func<ProcessingRegister, Language, IResult> show) =>
        group.MapMethods($"manage/{pattern}", Methods, OperatorAccess.Require(GdprKitPolicies.ViewRegister, context => ShowAsync(context, show)))
            .WithDisplayName($"GdprKit {pattern}");

    private static Task ShowAsync(HttpContext context, Func<ProcessingRegister, Language, IResult> show)
    {
        var register = context.RequestServices.GetRequiredService<ProcessingRegister>();
        var language = LanguageNegotiation.Choose(context.Request, register);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentLanguage = language.Code;
        DocumentResponse.Protect(context.Response.Headers);
        return show(register, language).ExecuteAsync(context);
    }

    private static IResult Page(string html) => Results.Content(html, "text/html; charset=utf-8");
}
