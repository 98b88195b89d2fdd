using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace GdprKit;

/// <summary>
/// The page behind the link to an export. Opening it fetches and records nothing, because mail gateways open every link; its button does, without script. A link that is forged, whose time is over, or
/// of which nothing is left gets the same answer.
/// </summary>
internal static class ExportEndpoints
{
    public static void Map(IEndpointRouteBuilder group)
    {
        Map(group, [HttpMethods.Get, HttpMethods.Head], ShowAsync);

        // The link is what proves whose it is; no other site knows it, so there is no token beside it.
        Map(group, [HttpMethods.Post], FetchAsync).DisableAntiforgery();
    }

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder group, string[] methods, Func<HttpContext, RightsExports, ExportTicket, Task<bool>> handle) =>
        group.MapMethods($"{ExportLinks.Path}/{{link}}", methods, async context =>
        {
            AnswerPage.Keep(context);
            var services = context.RequestServices;
            var ticket = services.GetService<ExportLinks>()?.Open(context.Request.RouteValues["link"] as string);
            if (ticket is null || !await handle(context, services.GetRequiredService<RightsExports>(), ticket).ConfigureAwait(false))
            {
                await ExportPage.NoLonger(LanguageOf(context)).ExecuteAsync(context).ConfigureAwait(false);
            }
        }).WithMetadata(new AllowAnonymousAttribute()).WithDisplayName("GdprKit export");

    private static async Task<bool> ShowAsync(HttpContext context, RightsExports exports, ExportTicket ticket)
    {
        if (await exports.FindAsync(ticket, context.RequestAborted).ConfigureAwait(false) is not { } offered)
        {
            return false;
        }

        var zone = context.RequestServices.GetRequiredService<ProcessingRegister>().Controller.TimeZone;
        await ExportPage.Show(LanguageOf(context), offered.Until.InZone(zone).LocalDateTime).ExecuteAsync(context).ConfigureAwait(false);
        return true;
    }

    private static async Task<bool> FetchAsync(HttpContext context, RightsExports exports, ExportTicket ticket) => await exports.FetchAsync(
        ticket,
        _ =>
        {
            context.Response.ContentType = "application/zip";
            var name = new ContentDispositionHeaderValue("attachment") { FileName = LanguageOf(context) == Language.Dutch ? "mijn-gegevens.zip" : "my-data.zip" };
            context.Response.Headers.ContentDisposition = name.ToString();
            return context.Response.Body;
        },
        context.RequestAborted).ConfigureAwait(false);

    private static Language LanguageOf(HttpContext context) => LanguageNegotiation.Choose(context.Request, context.RequestServices.GetRequiredService<ProcessingRegister>());
}
