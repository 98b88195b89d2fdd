using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GdprKit.Samples.Crm.Pages;

/// <summary>What a visitor reads when the application fails. What went wrong is in the log, under the same number.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string Number => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
}
