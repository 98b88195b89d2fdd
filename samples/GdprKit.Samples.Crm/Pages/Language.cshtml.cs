using GdprKit.Samples.Crm.Localization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace GdprKit.Samples.Crm.Pages;

/// <summary>Remembers in which language the visitor reads, and goes back to where they were.</summary>
public sealed class LanguageModel(IClock clock) : PageModel
{
    private static readonly Duration Remembered = Duration.FromDays(365);

    public IActionResult OnGet() => RedirectToPage("/Index");

    public IActionResult OnPost(string? culture, string? returnUrl)
    {
        var chosen = Cultures.All.FirstOrDefault(known => known.Name == culture);
        if (chosen is not null)
        {
            Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)),
                new CookieOptions
                {
                    Expires = (clock.GetCurrentInstant() + Remembered).ToDateTimeOffset(),
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = Request.IsHttps,
                });
        }

        return Url.IsLocalUrl(returnUrl) ? LocalRedirect(WithoutLanguage(returnUrl)) : RedirectToPage("/Index");
    }

    // A language in the address would win from the one just chosen.
    private static string WithoutLanguage(string address)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        return at < 0
            ? address
            : QueryHelpers.AddQueryString(address[..at], QueryHelpers.ParseQuery(address[at..]).Where(pair => pair.Key is not ("culture" or "ui-culture")));
    }
}
