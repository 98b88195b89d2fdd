using System.Globalization;
using GdprKit.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>How many people agreed to what, now and over the last year. Numbers only.</summary>
public sealed class ConsentModel(Consents consents, IAuthorizationService authorization) : PageModel
{
    /// <summary>The numbers, for managers.</summary>
    public Document? Overview { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if ((await authorization.AuthorizeAsync(User, GdprKitPolicies.ViewConsent)).Succeeded)
        {
            var overview = await consents.OverviewAsync(cancellationToken: cancellationToken);
            Overview = overview.ToDocument(Language.Parse(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
        }
    }
}
