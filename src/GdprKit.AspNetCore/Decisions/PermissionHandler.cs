using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace GdprKit;

/// <summary>Asks whether an activity is permitted for the person of a request. Who is nobody, and what cannot be looked up, is refused.</summary>
internal sealed class PermissionHandler(CurrentSubject current, ProcessingDecisions decisions) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.Resource is not HttpContext http || current.Find(http) is not { } subject)
        {
            return;
        }

        var decision = await decisions.DecideAsync(subject, requirement.Activity, requirement.Use, http.RequestAborted).ConfigureAwait(false);
        if (decision.Permitted)
        {
            context.Succeed(requirement);
            return;
        }

        PermissionRefusal.Remember(http, decision);
        context.Fail(new AuthorizationFailureReason(this, $"{decision.Reason.Id}: {decision.Reason}"));
    }
}
