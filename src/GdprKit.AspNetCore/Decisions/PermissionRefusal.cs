using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Net.Http.Headers;

namespace GdprKit;

/// <summary>
/// Answers a request that is not permitted with why, in the language of the visitor. To sign in anew would change nothing about it, so
/// nobody is asked to; every other refusal is left to who answered it before.
/// </summary>
internal sealed class PermissionRefusal(ProcessingRegister register, IAuthorizationMiddlewareResultHandler others) : IAuthorizationMiddlewareResultHandler
{
    private static readonly object Key = new();

    public static void Remember(HttpContext context, ProcessingDecision decision) => context.Items[Key] = decision;

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded || context.Items[Key] is not ProcessingDecision decision)
        {
            return others.HandleAsync(next, context, policy, authorizeResult);
        }

        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Results.Problem(
            decision.Explain(LanguageOf(context)),
            statusCode: StatusCodes.Status403Forbidden,
            extensions: new Dictionary<string, object?> { ["reason"] = decision.Reason.Id, ["article"] = decision.Reason.Article }).ExecuteAsync(context);
    }

    // Where a host leaves the order to the framework, permission is asked before its own choice of a language was made.
    private Language LanguageOf(HttpContext context) =>
        context.Features.Get<IRequestCultureFeature>() is null ? LanguageNegotiation.Choose(context.Request, register) : VisitorLanguage.Of(register);
}
