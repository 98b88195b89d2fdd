using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>The page of the gate: the version that holds, what is new in it, and two buttons, each of which leads on. Opening it changes nothing.</summary>
internal static class GateEndpoints
{
    /// <summary>The part of the address that says where the person was going.</summary>
    public const string ReturnField = "returnUrl";

    /// <summary>The field with the version that was shown.</summary>
    public const string ShownField = "version";

    /// <summary>The field that says which button was pressed.</summary>
    public const string ChoiceField = "choice";

    /// <summary>What the button says that records it.</summary>
    public const string Read = "read";

    /// <summary>What the other button says.</summary>
    public const string Later = "later";

    public static void Map(IEndpointRouteBuilder group)
    {
        Map(group, [HttpMethods.Get, HttpMethods.Head], ShowAsync);

        // Checked by hand, whether or not the host uses the middleware for it.
        Map(group, [HttpMethods.Post], ChooseAsync).DisableAntiforgery();
    }

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder group, string[] methods, Func<HttpContext, Task<IResult>> handle) =>
        group.MapMethods("gate", methods, async context =>
        {
            AnswerPage.Keep(context);
            await NoticeUnavailable.GuardAsync(context, async () =>
            {
                var result = await handle(context).ConfigureAwait(false);
                await result.ExecuteAsync(context).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }).WithMetadata(new AllowAnonymousAttribute()).WithDisplayName("GdprKit notice gate");

    private static async Task<IResult> ShowAsync(HttpContext context) =>
        await FindAsync(context).ConfigureAwait(false) is { } state ? await PageAsync(context, state).ConfigureAwait(false) : GoOn(context);

    private static async Task<IResult> ChooseAsync(HttpContext context)
    {
        if (await FindAsync(context).ConfigureAwait(false) is not { } state)
        {
            return GoOn(context);
        }

        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false) : null;
        if (form is null || !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context).ConfigureAwait(false))
        {
            return Results.Text($"{WebMessages.GateNotOurs}: this form is none of ours, or it was open for too long. Load the page again.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (form[ChoiceField] == Later)
        {
            context.RequestServices.GetRequiredService<NoticeGate>().PutOff(context, state);
            return GoOn(context);
        }

        if (form[ChoiceField] != Read || form[ShownField].ToString() != state.Version.Digest.ToString())
        {
            // Another version came while the person read.
            return await PageAsync(context, state).ConfigureAwait(false);
        }

        var language = LanguageOf(context, state);
        await context.RequestServices.GetRequiredService<NoticeAcknowledgements>().AcknowledgeAsync(
            state.Person,
            new Acknowledgement { Version = state.Version.Digest, Language = language, Means = AcknowledgementMeans.Account, Label = ReadLabel.In(language) },
            context.RequestAborted).ConfigureAwait(false);
        return GoOn(context);
    }

    private static async ValueTask<GateState?> FindAsync(HttpContext context) => context.RequestServices.GetService<NoticeGate>() is { } gate
        ? await gate.FindAsync(context, isAsked: true).ConfigureAwait(false)
        : null;

    private static async Task<IResult> PageAsync(HttpContext context, GateState state)
    {
        var language = LanguageOf(context, state);
        var text = await context.RequestServices.GetRequiredService<NoticeVersions>().ReadTextAsync(state.Version, language, context.RequestAborted).ConfigureAwait(false);
        var token = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return GatePage.Show(state, text, token, Target(context));
    }

    // The language that the host chose for the visitor, where it does; else the one of the browser.
    private static Language LanguageOf(HttpContext context, GateState state)
    {
        var register = context.RequestServices.GetRequiredService<ProcessingRegister>();
        var languages = state.Shown.LanguagesIn(register);
        var main = languages.Contains(register.MainLanguage) ? register.MainLanguage : languages[0];
        return context.Features.Get<IRequestCultureFeature>() is null ? LanguageNegotiation.Choose(context.Request, languages, main)
            : VisitorLanguage.Of(register) is var chosen && languages.Contains(chosen) ? chosen : main;
    }

    private static string Target(HttpContext context) => LocalAddress.Of(context.Request.Query[ReturnField], context.Request.PathBase);

    private static IResult GoOn(HttpContext context)
    {
        context.Response.Headers.Location = Target(context);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
