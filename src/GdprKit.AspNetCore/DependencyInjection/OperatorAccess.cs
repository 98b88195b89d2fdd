using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
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

        var evaluator = context.RequestServices.GetRequiredService<IPolicyEvaluator>();
        var authentication = await evaluator.AuthenticateAsync(policy, context).ConfigureAwait(false);
        var authorization = await evaluator.AuthorizeAsync(policy, authentication, context, context).ConfigureAwait(false);
        if (authorization.Succeeded)
        {
            return null;
        }

        return await CanChallengeAsync(context, policy).ConfigureAwait(false)
            ? authorization.Challenged
                ? Results.Challenge(authenticationSchemes: Schemes(policy))
                : Results.Forbid(authenticationSchemes: Schemes(policy))
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<bool> CanChallengeAsync(HttpContext context, AuthorizationPolicy policy) =>
        policy.AuthenticationSchemes.Count > 0
        || (context.RequestServices.GetService<IAuthenticationSchemeProvider>() is { } schemes
            && await schemes.GetDefaultChallengeSchemeAsync().ConfigureAwait(false) is not null);

    private static string[]? Schemes(AuthorizationPolicy policy) => policy.AuthenticationSchemes.Count == 0 ? null : [.. policy.AuthenticationSchemes];
}
