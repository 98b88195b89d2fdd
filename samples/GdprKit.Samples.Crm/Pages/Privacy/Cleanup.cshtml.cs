using GdprKit.Documents;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.Privacy;
using Microsoft.AspNetCore.Authorization;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>What would go today and in the coming years. Nothing does: it is counted only.</summary>
public sealed class CleanupModel(DataRetention retention, IAuthorizationService authorization, ILogger<CleanupModel> logger) : CountingPageModel(logger)
{
    /// <summary>The preview, for whoever may see the keys of rows in it.</summary>
    public Document? Preview { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, GdprKitPolicies.ViewRetention)).Succeeded)
        {
            return;
        }

        Preview = await CountAsync(async () =>
        {
            var preview = await retention.PreviewAsync(cancellationToken);
            var forecast = await retention.ForecastAsync(cancellationToken: cancellationToken);
            return preview.ToDocument(retention.Plan, Language.OfReader, forecast);
        });
    }
}
