using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>What the shop keeps, read from its register.</summary>
public sealed class RegisterModel(ProcessingRegister register, IAuthorizationService authorization) : PageModel
{
    public ProcessingRegister Register { get; } = register;

    public RegisterWording Words { get; } = RegisterWording.In(Language.Parse(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));

    public bool MaySeeAll { get; private set; }

    public async Task OnGetAsync() => MaySeeAll = (await authorization.AuthorizeAsync(User, GdprKitPolicies.ViewRegister)).Succeeded;

    public string People(ProcessingActivity activity) => Words.And(activity.People.Select(key => Words.Text(Register.People[key].Label)));

    public string Categories(ProcessingActivity activity) => Words.And(activity.Categories.Select(key => Words.Text(Register.Categories[key].Label)));

    public string Recipients(ProcessingActivity activity) => Words.And(activity.Recipients.Select(key => Register.Recipients[key].Name));
}
