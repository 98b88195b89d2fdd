namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>What somebody writes to have the boxes on a form of their own; the sign-up of this shop does the same.</summary>
internal static class FormCode
{
    public const string Setup =
        """
        builder.Services.AddGdprKit(gdpr => gdpr
            .UseRegister(CrmRegister.Create())
            .UseEntityFrameworkCore<CrmDbContext>()
            .UseNoticeForms()
            .UseConsentForms());
        """;

    public const string Markup =
        """
        @addTagHelper *, GdprKit.AspNetCore

        <form method="post">
          <gdpr-consent topic="Crm.Newsletter" />
          <a href="/privacy">Privacy notice</a>
          <gdpr-notice />
          <button type="submit">Sign up</button>
        </form>
        """;

    public const string Handler =
        """
        [BindProperty]
        public ConsentForm Consent { get; set; } = null!;

        [BindProperty]
        public NoticeForm Notice { get; set; } = null!;

        public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
        {
            if (!ModelState.IsValid)
            {
                return Page();
            }

            db.Add(customer);
            await db.SaveChangesWithGdprAsync(async (gdpr, token) =>
            {
                var person = SubjectId.Of(Crm.Customers, customer.CustomerId);
                await gdpr.Subjects.LinkNewcomersAsync([person], gdpr.Clock.GetCurrentInstant(), token);
                await Consent.RecordAsync(gdpr.Consents, person, token);
                await Notice.RecordAsync(gdpr.Acknowledgements, person, token);
            }, cancellationToken);
            return RedirectToPage("/Index");
        }
        """;
}
