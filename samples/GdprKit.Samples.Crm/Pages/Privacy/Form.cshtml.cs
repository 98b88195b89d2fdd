using GdprKit.Samples.Crm.Consent;
using GdprKit.Samples.Crm.Localization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>What newcomers read and tick, as they see it, and what is recorded of it.</summary>
public sealed class FormModel(ProcessingRegister register, NoticeForms notices, ConsentForms consents) : PageModel
{
    public RegisterWording Words { get; } = RegisterWording.In(Language.OfReader);

    /// <summary>What is asked now.</summary>
    public IReadOnlyList<AskedConsent> Questions { get; private set; } = [];

    /// <summary>What is asked once a notice that names it holds.</summary>
    public IReadOnlyList<AskedConsent> Later { get; private set; } = [];

    /// <summary>What visitors see: in the language of the reader first.</summary>
    public IReadOnlyList<FormLanguage> Languages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = AskedConsent.Of(register, Crm.Gdpr.Crm.Customers);
        Questions = await AskedConsent.NowAsync(consents, all, cancellationToken);
        Later = [.. all.Except(Questions)];
        var languages = new List<FormLanguage>();
        foreach (var language in register.Languages.OrderBy(language => language != Words.Language))
        {
            var asked = new List<ConsentWording>();
            foreach (var question in Questions)
            {
                asked.Add((await consents.AskAsync(question.Topic, language, cancellationToken: cancellationToken))!.Wording);
            }

            languages.Add(new FormLanguage(await notices.OfferAsync(language, cancellationToken: cancellationToken), asked));
        }

        Languages = languages;
    }
}
