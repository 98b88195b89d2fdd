using GdprKit.Documents;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.Privacy;
using Microsoft.AspNetCore.Authorization;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>How many people agreed to what, now and over the last year. Numbers only.</summary>
public sealed class ConsentModel(Consents consents, IAuthorizationService authorization, ILogger<ConsentModel> logger) : CountingPageModel(logger)
{
    /// <summary>The numbers, for managers.</summary>
    public Document? Overview { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if ((await authorization.AuthorizeAsync(User, GdprKitPolicies.ViewConsent)).Succeeded)
        {
            Overview = await CountAsync(async () => (await consents.OverviewAsync(cancellationToken: cancellationToken)).ToDocument(Language.OfReader));
        }
    }
}
