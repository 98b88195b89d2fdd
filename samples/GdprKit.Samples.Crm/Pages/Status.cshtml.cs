using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GdprKit.Samples.Crm.Pages;

/// <summary>What a visitor reads when an address does not lead to a page.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class StatusModel(ProcessingRegister register) : PageModel
{
    /// <summary>Where the keys of the texts begin.</summary>
    public string TextKey => Code switch
    {
        StatusCodes.Status400BadRequest => "Status.BadRequest",
        StatusCodes.Status403Forbidden => "Status.Forbidden",
        StatusCodes.Status429TooManyRequests => "Status.TooMany",
        _ => "Status.NotFound",
    };

    /// <summary>Where a mail counts as much as a form.</summary>
    public string MailTo => register.Controller.Rights.Email ?? "";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Response.StatusCode = Code is >= 400 and <= 599 ? Code : StatusCodes.Status404NotFound;

    // Not bound as a parameter: where the form of the request is unreadable nothing is bound at all.
    private int Code => int.TryParse((string?)RouteData.Values["code"], CultureInfo.InvariantCulture, out var code) ? code : 0;
}
