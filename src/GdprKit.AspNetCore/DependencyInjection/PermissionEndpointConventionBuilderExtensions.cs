using GdprKit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Lets endpoints answer only for whom an activity is permitted.</summary>
public static class PermissionEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Answers only where an activity is permitted for the person whom the request is about: <c>app.MapGet("/tips", …).RequirePermission(Crm.Tips)</c>.
    /// </summary>
    /// <remarks>
    /// Whom a request is about says <c>gdpr.UseSubject(…)</c>. Who is not permitted gets 403 with the reason (RFC 9457: its sentence in the
    /// language of the visitor, its id and its article); who is nobody is asked to sign in, as by any policy. The endpoint must not use data
    /// of other people for the activity.
    /// </remarks>
    /// <typeparam name="TBuilder">The type of the endpoints.</typeparam>
    /// <param name="builder">The endpoints: of a minimal API, of controllers, of Razor Pages.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="use">What is to be done; <see langword="null"/> for <see cref="ProcessingUse.Ordinary"/>.</param>
    /// <returns>The endpoints.</returns>
    /// <exception cref="KeyNotFoundException">GDPR1011, when the endpoints are made: the register declares no such activity.</exception>
    /// <exception cref="InvalidOperationException">GDPR4540, when the endpoints are made: nothing says whom a request is about.</exception>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, Key<ProcessingActivity> activity, ProcessingUse? use = null)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Finally(endpoint =>
        {
            if (endpoint.ApplicationServices.GetService<CurrentSubject>() is null)
            {
                throw new InvalidOperationException(
                    $"{WebMessages.NoSubject}: {endpoint.DisplayName} requires a permission, and nothing says whom a request is about. Call gdpr.UseSubject(http => …) inside AddGdprKit.");
            }

            _ = endpoint.ApplicationServices.GetRequiredService<ProcessingRegister>().Activities[activity];
        });
        return builder.RequireAuthorization(new AuthorizationPolicyBuilder().AddRequirements(new PermissionRequirement(activity, use)).Build());
    }
}
