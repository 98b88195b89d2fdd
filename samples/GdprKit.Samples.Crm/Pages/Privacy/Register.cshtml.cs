using GdprKit.Samples.Crm.Localization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>What the shop keeps, read from its register, and where, read from its maps.</summary>
public sealed class RegisterModel(ProcessingRegister register, PersonalDataMap map, IAuthorizationService authorization) : PageModel
{
    public ProcessingRegister Register { get; } = register;

    public RegisterWording Words { get; } = RegisterWording.In(Language.OfReader);

    public bool MaySeeAll { get; private set; }

    public async Task OnGetAsync() => MaySeeAll = (await authorization.AuthorizeAsync(User, GdprKitPolicies.ViewRegister)).Succeeded;

    public string People(ProcessingActivity activity) => Words.And(activity.People.Select(key => Words.Text(Register.People[key].Label)));

    public string Categories(ProcessingActivity activity) => Words.And(activity.Categories.Select(key => Words.Text(Register.Categories[key].Label)));

    public string Recipients(ProcessingActivity activity) => Words.And(activity.Recipients.Select(key => Register.Recipients[key].Name));

    /// <summary>The tables in which the data of an activity are.</summary>
    public string Places(ProcessingActivity activity) => Words.And(
        from store in map.Stores
        from entity in store.Entities
        where entity.Fields.Any(field => activity.Categories.Contains(field.Category) && field.Whose.Any(owner => activity.People.Contains(owner.Kind)))
        select entity.Label is { } label ? Words.Text(label) : entity.ToString());

    /// <summary>The places outside this program where data of the kind are.</summary>
    public string PlacesOutside(ProcessingActivity activity) => Words.And(map.ManualStores
        .Where(store => store.People.Any(activity.People.Contains) && store.Categories.Any(activity.Categories.Contains))
        .Select(store => Words.Text(store.Name)));
}
