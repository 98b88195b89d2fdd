using GdprKit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds the pages of GdprKit to an application.</summary>
public static class GdprKitEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves the privacy notice and the operator pages. For everybody: <c>/privacy</c> in the language of the visitor,
    /// <c>/privacy/nl</c>, <c>/privacy/nl.md</c>, <c>/privacy/nl.json</c>, and <c>/privacy/nl/employees</c> for people with a notice of
    /// their own: of what was published the version that holds, and before anything was, what the register says; every version that was published, <c>/privacy/versions/…/nl</c> with <c>/changes</c> for what changed since; and behind the link of a mail
    /// <c>/privacy/confirm/…</c>, where a person says to have read it, or <c>/privacy/export/…</c>, where one fetches the data that were asked for. For operators under <see cref="GdprKitPolicies.ViewRegister"/>: <c>/privacy/manage/register</c>,
    /// <c>/privacy/manage/notice</c>: the notice as the register has it, published or not, <c>/privacy/manage/record</c>, also as <c>record.csv</c> and <c>record.json</c>, <c>/privacy/manage/coverage</c>: which personal
    /// data the application stores and nobody declared, and <c>/privacy/manage/deletion-concept</c>, also as
    /// <c>deletion-concept.md</c>: what becomes of which data, to be signed. Under <see cref="GdprKitPolicies.ViewRetention"/>:
    /// <c>/privacy/manage/retention</c>, also as <c>retention.json</c>: what would go today and in the coming years, with keys of rows.
    /// Under <see cref="GdprKitPolicies.ViewConsent"/>: <c>/privacy/manage/consent</c>: how many people agreed to what, with charts.
    /// Under <see cref="GdprKitPolicies.ViewNotices"/>: <c>/privacy/manage/told</c>: who was told of which version of the notice, who confirmed and who was not
    /// reached; of a version person by person, also as <c>….csv</c> and <c>….json</c>, and <c>…/letters.csv</c> for who prints letters to those whom no mail reaches.
    /// Under <see cref="GdprKitPolicies.ViewLedger"/>: <c>/privacy/manage/ledger</c>: how the ledger, its order and its mirror stand, and what the last verification found;
    /// <c>/privacy/manage/ledger/checkpoint</c>: what it commits itself to, signed when an <see cref="GdprKit.Ledger.ICheckpointSigner"/> is registered, and otherwise in the same form under the
    /// random number of the ledger; <c>/privacy/manage/ledger/proof/…</c> with the id of an entry: the proof as JSON that it stands at its place (RFC 9162, section 2.1.3).
    /// </summary>
    /// <param name="endpoints">The endpoints of the application.</param>
    /// <param name="pattern">Where the pages are; by default <c>/privacy</c>.</param>
    /// <remarks>
    /// No page changes anything but the buttons of <c>/privacy/confirm</c>, <c>/privacy/export</c> and <c>/privacy/gate</c>. The pages about retention and consent count in the application's own database, which takes seconds when that
    /// is large; they stop when the visitor leaves. When the database does not answer they say so, as GDPR4506 with status 503.
    /// The notice itself stays readable: texts that were read once are kept in memory by their digest, at most 256 of them, and the version that was known last is shown with the
    /// moment of the last look; the ledger gets 3 seconds to answer, and is asked again 5 seconds after it did not. What was never read, what compares, and what records answers
    /// GDPR4507 with status 503.
    /// </remarks>
    /// <returns>A builder that applies conventions to all these pages.</returns>
    /// <exception cref="InvalidOperationException">GDPR4503: <c>AddGdprKit</c> was not called.</exception>
    public static IEndpointConventionBuilder MapGdprKit(this IEndpointRouteBuilder endpoints, string pattern = "/privacy")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(PrivacyNotices)) == false)
        {
            throw new InvalidOperationException(
                $"{WebMessages.ServicesMissing}: the core services are not registered. Call services.AddGdprKit(…) before MapGdprKit.");
        }

        var group = endpoints.MapGroup(pattern);
        DocumentEndpoints.Map(group);
        var known = new KnownNotices();
        NoticeEndpoints.Map(group, known);
        DraftEndpoints.Map(group);
        VersionEndpoints.Map(group, known);
        ConfirmEndpoints.Map(group);
        ExportEndpoints.Map(group);
        GateEndpoints.Map(group);
        RegisterEndpoints.Map(group);
        CoverageEndpoints.Map(group);
        DeletionConceptEndpoints.Map(group);
        RetentionEndpoints.Map(group);
        ConsentEndpoints.Map(group);
        ReportEndpoints.Map(group);
        LedgerEndpoints.Map(group);
        return group.WithoutNoticeGate();
    }
}
