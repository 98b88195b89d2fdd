using GdprKit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Lets a provider of mail report what came back.</summary>
public static class BounceEndpointRouteBuilderExtensions
{
    private static readonly string[] Methods = [HttpMethods.Post];

    /// <summary>
    /// Takes reports of mails about the notice that came back, by POST: JSON <c>{"messageId":"…","permanent":true}</c>, or the report as a mail server sent it
    /// (<c>message/rfc822</c>, for which <c>GdprKit.MailKit</c> must be in use). It answers 204 whether or not it knows the mail.
    /// </summary>
    /// <remarks>
    /// Who may report, says the policy <see cref="GdprKitPolicies.ReportBounces"/>, which the host declares: by a secret in a header, by a certificate. Where it is not
    /// declared nobody may. A forged report changes nothing, because it must name a Message-ID that nobody can guess. What is no report is answered by 400, and
    /// what is larger than 1 MB by 413, as GDPR4570. A job that reads a mailbox needs no endpoint: it calls <see cref="NoticeBounces.RecordAsync(Stream, CancellationToken)"/>.
    /// </remarks>
    /// <param name="endpoints">The endpoints of the application.</param>
    /// <param name="pattern">Where it is; by default <c>/privacy/bounces</c>.</param>
    /// <returns>A builder that applies conventions to it.</returns>
    public static IEndpointConventionBuilder MapGdprKitBounces(this IEndpointRouteBuilder endpoints, string pattern = "/privacy/bounces")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        return endpoints.MapMethods(pattern, Methods, OperatorAccess.Require(GdprKitPolicies.ReportBounces, BounceEndpoint.TakeAsync)).WithDisplayName("GdprKit bounces");
    }
}
