using GdprKit.Samples.Crm.Consent;
using GdprKit.Samples.Crm.Localization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>What newcomers read and tick, as they see it, and what is recorded of it.</summary>
public sealed class FormModel(ProcessingRegister register, NoticeForms notices, ConsentForms consents) : PageModel
{
    public RegisterWording Words { get; } = RegisterWording.In(Language.OfReader);

    public IReadOnlyList<AskedConsent> Questions { get; } = AskedConsent.Of(register, Crm.Gdpr.Crm.Customers);

    /// <summary>What visitors see: in the language of the reader first.</summary>
    public IReadOnlyList<FormLanguage> Languages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var languages = new List<FormLanguage>();
        foreach (var language in register.Languages.OrderBy(language => language != Words.Language))
        {
            languages.Add(new FormLanguage(
                await notices.OfferAsync(language, cancellationToken: cancellationToken), [.. Questions.Select(question => consents.Ask(question.Topic, language).Wording)]));
        }

        Languages = languages;
    }
}
