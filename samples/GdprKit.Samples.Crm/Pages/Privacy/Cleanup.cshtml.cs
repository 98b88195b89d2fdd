using System.Globalization;
using GdprKit.Documents;
using GdprKit.Samples.Crm.Privacy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>What would go today and in the coming years. Nothing does: it is counted only.</summary>
public sealed class CleanupModel(DataRetention retention, IAuthorizationService authorization, ILogger<CleanupModel> logger) : PageModel
{
    /// <summary>The preview, for whoever may see the keys of rows in it.</summary>
    public Document? Preview { get; private set; }

    /// <summary>Whether the database gave no answer.</summary>
    public bool IsUnavailable { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, GdprKitPolicies.ViewRetention)).Succeeded)
        {
            return;
        }

        try
        {
            var preview = await retention.PreviewAsync(cancellationToken);
            var forecast = await retention.ForecastAsync(cancellationToken: cancellationToken);
            Preview = preview.ToDocument(retention.Plan, Language.Parse(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), forecast);
        }
        catch (PersonalDataStoreException fault)
        {
            UnansweredQuestion.Log(logger, fault);
            IsUnavailable = true;
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}
