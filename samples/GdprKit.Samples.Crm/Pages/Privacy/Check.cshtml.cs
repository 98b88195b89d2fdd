using GdprKit.Documents;
using GdprKit.Samples.Crm.Localization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>What is stored and not declared, what is kept outside this program, and what is in order.</summary>
public sealed class CheckModel(PersonalDataMap map) : PageModel
{
    public Document Report { get; } = CoverageReport.Of(map).ToDocument(Language.OfReader);
}
