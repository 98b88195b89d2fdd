using GdprKit.Subjects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

/// <summary>
/// The page behind the link in a mail: shows the notice and lets the person say to have read it. Opening it changes nothing, because mail gateways
/// open every link; only the button does. Works without script.
/// </summary>
internal static class ConfirmEndpoints
{
    /// <summary>The field with the version that was shown.</summary>
    public const string ShownField = "version";

    public static void Map(IEndpointRouteBuilder group)
    {
        Map(group, [HttpMethods.Get, HttpMethods.Head], ShowAsync);

        // The link is what proves who it is; no other site knows it, so there is no token beside it.
        Map(group, [HttpMethods.Post], RecordAsync).DisableAntiforgery();
    }

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder group, string[] methods, Func<HttpContext, string?, Task<IResult>> handle) =>
        group.MapMethods("confirm/{link}", methods, async context =>
        {
            AnswerPage.Keep(context);
            await NoticeUnavailable.GuardAsync(context, async () =>
            {
                var result = await handle(context, context.Request.RouteValues["link"] as string).ConfigureAwait(false);
                await result.ExecuteAsync(context).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }).WithMetadata(new AllowAnonymousAttribute()).WithDisplayName("GdprKit confirm");

    private static async Task<IResult> ShowAsync(HttpContext context, string? link) =>
        await FindAsync(context, link).ConfigureAwait(false) is { } shown ? ConfirmPage.Show(shown) : NoLonger(context);

    private static async Task<IResult> RecordAsync(HttpContext context, string? link)
    {
        if (await FindAsync(context, link).ConfigureAwait(false) is not { } shown)
        {
            return NoLonger(context);
        }

        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false) : null;
        if (form?[ShownField].ToString() != shown.Version.Digest.ToString())
        {
            // Another version came while the person read, or nothing was shown.
            return ConfirmPage.Show(shown);
        }

        await context.RequestServices.GetRequiredService<NoticeAcknowledgements>().AcknowledgeAsync(
            shown.Person,
            new Acknowledgement { Version = shown.Version.Digest, Language = shown.Language, Means = AcknowledgementMeans.Link, Label = ReadLabel.In(shown.Language) },
            context.RequestAborted).ConfigureAwait(false);

        // Loaded anew, the page asks for nothing to be sent twice.
        context.Response.Headers.Location = $"{context.Request.PathBase}{context.Request.Path}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static IResult NoLonger(HttpContext context) =>
        ConfirmPage.NoLonger(LanguageNegotiation.Choose(context.Request, context.RequestServices.GetRequiredService<ProcessingRegister>()));

    private static async ValueTask<ShownNotice?> FindAsync(HttpContext context, string? link)
    {
        var services = context.RequestServices;
        if (services.GetService<NoticeLinks>()?.Open(link) is not { IsExpired: false } opened
            || await services.GetRequiredService<ISubjectDirectory>().FindByRefAsync([opened.Person], context.RequestAborted).ConfigureAwait(false) is not [var person]
            || await services.GetRequiredService<NoticeVersions>().FindAsync(opened.Version, context.RequestAborted).ConfigureAwait(false) is not { } told)
        {
            return null;
        }

        // Who opens an old mail reads what was published last.
        var versions = services.GetRequiredService<NoticeVersions>();
        var latest = (await versions.ListAsync(told.Audience, context.RequestAborted).ConfigureAwait(false))[0];
        var language = latest.Texts.Any(text => text.Language == opened.Language) ? opened.Language : latest.Texts[0].Language;
        return new ShownNotice(
            person.Subject,
            latest,
            language,
            await versions.ReadTextAsync(latest, language, context.RequestAborted).ConfigureAwait(false),
            await services.GetRequiredService<NoticeAcknowledgements>().FindAsync(person.Subject, latest, context.RequestAborted).ConfigureAwait(false))
        {
            HoldsFrom = latest.EffectiveFrom > services.GetRequiredService<IClock>().GetCurrentInstant()
                ? latest.EffectiveFrom.InZone(services.GetRequiredService<ProcessingRegister>().Controller.TimeZone).Date
                : null,
        };
    }
}
