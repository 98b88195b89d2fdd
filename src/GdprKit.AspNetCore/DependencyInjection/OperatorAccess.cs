using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>
/// Asks a named policy before an operator page answers. The framework's own check fails with an internal error when the policy
/// does not exist, and lets everybody in when its middleware was forgotten; here both refuse.
/// </summary>
internal static class OperatorAccess
{
    public static RequestDelegate Require(string policyName, RequestDelegate page) => async context =>
    {
        if (await RefusalAsync(context, policyName).ConfigureAwait(false) is { } refusal)
        {
            await refusal.ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        await page(context).ConfigureAwait(false);
    };

    private static async Task<IResult?> RefusalAsync(HttpContext context, string policyName)
    {
        var policies = context.RequestServices.GetService<IAuthorizationPolicyProvider>();
        var policy = policies is null ? null : await policies.GetPolicyAsync(policyName).ConfigureAwait(false);
        if (policy is null)
        {
            return Results.Text(
                $"{WebMessages.PolicyNotDeclared}: the authorization policy '{policyName}' is not declared, so nobody may see this page. "
                + $"Declare it: services.AddAuthorizationBuilder().AddPolicy(\"{policyName}\", policy => …).",
                statusCode: StatusCodes.Status403Forbidden);
        }

        var user = await AuthenticateAsync(context, policy).ConfigureAwait(false);
        var authorization = context.RequestServices.GetRequiredService<IAuthorizationService>();
        if ((await authorization.AuthorizeAsync(user, context, policy).ConfigureAwait(false)).Succeeded)
        {
            return null;
        }

        return await CanChallengeAsync(context, policy).ConfigureAwait(false)
            ? user.Identity?.IsAuthenticated == true
                ? Results.Forbid(authenticationSchemes: Schemes(policy))
                : Results.Challenge(authenticationSchemes: Schemes(policy))
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<System.Security.Claims.ClaimsPrincipal> AuthenticateAsync(HttpContext context, AuthorizationPolicy policy)
    {
        foreach (var scheme in policy.AuthenticationSchemes)
        {
            if (await context.AuthenticateAsync(scheme).ConfigureAwait(false) is { Succeeded: true, Principal: { } principal })
            {
                return principal;
            }
        }

        return context.User;
    }

    private static async Task<bool> CanChallengeAsync(HttpContext context, AuthorizationPolicy policy) =>
        policy.AuthenticationSchemes.Count > 0
        || (context.RequestServices.GetService<IAuthenticationSchemeProvider>() is { } schemes
            && await schemes.GetDefaultChallengeSchemeAsync().ConfigureAwait(false) is not null);

    private static string[]? Schemes(AuthorizationPolicy policy) => policy.AuthenticationSchemes.Count == 0 ? null : [.. policy.AuthenticationSchemes];
}
