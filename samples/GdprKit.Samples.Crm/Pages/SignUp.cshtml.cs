using GdprKit.Ledger;
using GdprKit.Samples.Crm.Consent;
using GdprKit.Samples.Crm.Customers;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Pages;

public sealed class SignUpModel(CustomerSignUp signUp, ProcessingRegister register, NoticeVersions notices, ConsentForms forms, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public CustomerForm Form { get; set; } = new() { Country = Countries.Netherlands };

    [BindProperty]
    public ConsentForm Consent { get; set; } = null!;

    [BindProperty]
    public NoticeForm Notice { get; set; } = null!;

    /// <summary>What is asked now.</summary>
    public IReadOnlyList<AskedConsent> Questions { get; private set; } = [];

    /// <summary>Whether a version of the notice holds. Before one does there is nothing of which could be recorded that it was read, so nothing is asked.</summary>
    public bool IsNoticePublished { get; private set; }

    [TempData]
    public string? Confirmation { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        IsNoticePublished = await notices.FindCurrentAsync(cancellationToken: HttpContext.RequestAborted) is not null;
        Questions = await AskedConsent.NowAsync(forms, AskedConsent.Of(register, Crm.Gdpr.Crm.Customers), HttpContext.RequestAborted);
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await signUp.SignUpAsync(Form, Language.OfReader, Consent, Notice, cancellationToken);
        }
        catch (LedgerException fault) when (CustomerSignUp.IsOfUsedForm(fault))
        {
            ModelState.AddModelError(nameof(Consent), texts["SignUp.Used"]);
            return Page();
        }

        // The same answer to an address that is known already: nobody can find out here who is a customer.
        Confirmation = texts[Consent.Answers.Any(IsToBeConfirmed) ? "SignUp.DoneConfirm" : "SignUp.Done"];
        return RedirectToPage("/Index");
    }

    private bool IsToBeConfirmed(ConsentAnswer answer) => answer.Agreed && Questions.Any(question => question.Topic == answer.Topic && question.IsConfirmedByMail);
}
