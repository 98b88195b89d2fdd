using GdprKit.Samples.Crm.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>A place of the menu that is announced and does not work yet.</summary>
public sealed class LaterModel : PageModel
{
    public MenuItem Place { get; private set; } = null!;

    public IActionResult OnGet()
    {
        var place = Menu.Privacy.FirstOrDefault(item => item.ComesLater && Request.Path.Equals(item.Path, StringComparison.OrdinalIgnoreCase));
        if (place is null)
        {
            return NotFound();
        }

        Place = place;
        return Page();
    }
}
