using GdprKit.Samples.Crm.Localization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>The notice as customers read it, in the language of the employee.</summary>
public sealed class NoticeModel(PrivacyNotices notices) : PageModel
{
    public PrivacyNotice Notice { get; } = notices.In(Language.OfReader);
}
