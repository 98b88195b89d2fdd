using GdprKit.Ledger;
using GdprKit.Samples.Crm.Consent;
using GdprKit.Samples.Crm.Customers;
using GdprKit.Samples.Crm.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Pages;

/// <summary>The newsletter and nothing else: what is kept of a reader rests on that one consent.</summary>
public sealed class NewsletterModel(CustomerSignUp signUp, ProcessingRegister register, ConsentForms forms, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public ReaderForm Form { get; set; } = new();

    [BindProperty]
    public ConsentForm Consent { get; set; } = null!;

    [BindProperty]
    public NoticeForm Notice { get; set; } = null!;

    /// <summary>What is asked; <see langword="null"/> before a published notice names the newsletter.</summary>
    public AskedConsent? Question { get; private set; }

    [TempData]
    public string? Confirmation { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var questions = AskedConsent.Of(register, Crm.Gdpr.Crm.Customers).Where(question => question.Activity.Key == Crm.Gdpr.Crm.Newsletter).ToList();
        Question = await AskedConsent.NowAsync(forms, questions, HttpContext.RequestAborted) is [var question, ..] ? question : null;
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // Without the consent there is nothing that a name and an address could be kept for.
        if (ModelState.IsValid && Question is not null && !Consent.Answers.Any(answer => answer.Agreed && answer.Topic == Question.Topic))
        {
            ModelState.AddModelError(nameof(Consent), texts["Reader.NotAgreed"]);
        }

        if (!ModelState.IsValid || Question is null)
        {
            return Page();
        }

        try
        {
            await signUp.SubscribeAsync(Form, Language.OfReader, Consent, Notice, cancellationToken);
        }
        catch (LedgerException fault) when (CustomerSignUp.IsOfUsedForm(fault))
        {
            ModelState.AddModelError(nameof(Consent), texts["SignUp.Used"]);
            return Page();
        }

        // The same answer to an address that is known already: nobody can find out here who is a customer.
        Confirmation = texts["Reader.Done"];
        return RedirectToPage("/Index");
    }
}
