using GdprKit.Ledger;
using GdprKit.Samples.Crm.Consent;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr.History;
using GdprKit.Samples.Crm.Suppression;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Customers;

/// <summary>Somebody becomes a customer, or a reader of the newsletter, by a form on the site.</summary>
public sealed class CustomerSignUp(CrmDbContext db, ShopCalendar calendar, ConfirmationMails mails, NoAdvertisingList list)
{
    // The id of the message, as GdprKit lists it: what a form sent was recorded for somebody else.
    private const string FormUsed = "GDPR3100";

    /// <summary>Whether somebody went back to a form that was sent, and filled in somebody else.</summary>
    public static bool IsOfUsedForm(LedgerException fault) => fault.Id == FormUsed;

    /// <summary>
    /// Adds a customer, and what the ledger remembers of it, together: that they came, what they agreed to, and whether they ticked that they read
    /// the notice. Then sends what is to be confirmed.
    /// </summary>
    /// <param name="form">What was filled in; it is valid.</param>
    /// <param name="language">The language in which the form was read, in which the shop writes from then on.</param>
    /// <param name="consent">What was answered to the questions; it was not refused. An empty box says nothing, so nothing is recorded of it.</param>
    /// <param name="notice">The box about the notice; it was not refused.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The customer; <see langword="null"/> when the address is known already, and then nothing is changed.</returns>
    public async Task<Customer?> SignUpAsync(CustomerForm form, Language language, ConsentForm? consent, NoticeForm? notice, CancellationToken cancellationToken)
    {
        var known = await FindAsync(form.Email!, cancellationToken);
        if (known is { IsReader: false })
        {
            return null;
        }

        var customer = known ?? Newcomer(language);
        form.CopyTo(customer);
        (customer.IsReader, customer.SignedUpOn) = (false, calendar.Today.ToDateTimeUnspecified());
        await KeepAsync(customer, consent, notice, cancellationToken);
        return customer;
    }

    /// <summary>
    /// Adds somebody who wants the newsletter and nothing else. When they take it back nothing is left that their data are kept for, and the next
    /// clean-up removes them.
    /// </summary>
    /// <inheritdoc cref="SignUpAsync"/>
    /// <returns>The reader; <see langword="null"/> when the address is known already, and then nothing is changed.</returns>
    public async Task<Customer?> SubscribeAsync(ReaderForm form, Language language, ConsentForm? consent, NoticeForm? notice, CancellationToken cancellationToken)
    {
        if (await FindAsync(form.Email!, cancellationToken) is not null)
        {
            return null;
        }

        var reader = Newcomer(language);
        form.CopyTo(reader);
        reader.IsReader = true;
        await KeepAsync(reader, consent, notice, cancellationToken);
        return reader;
    }

    private Task<Customer?> FindAsync(string email, CancellationToken cancellationToken) =>
        db.Customers.FirstOrDefaultAsync(c => EF.Functions.Collate(c.Email, "NOCASE") == email.Trim(), cancellationToken);

    private Customer Newcomer(Language language)
    {
        var customer = new Customer { FirstName = "", LastName = "", Email = "", SignedUpOn = calendar.Today.ToDateTimeUnspecified(), Language = language.Code };
        db.Add(customer);
        return customer;
    }

    private async Task KeepAsync(Customer customer, ConsentForm? consent, NoticeForm? notice, CancellationToken cancellationToken)
    {
        await db.SaveChangesWithGdprAsync((gdpr, token) => RememberAsync(gdpr, customer, consent, notice, token), cancellationToken);
        await mails.SendAsync(PersonOf(customer), cancellationToken);
    }

    private async ValueTask RememberAsync(GdprUnitOfWork gdpr, Customer customer, ConsentForm? consent, NoticeForm? notice, CancellationToken cancellationToken)
    {
        var person = PersonOf(customer);
        await gdpr.AddedAsync(person, AddedThrough.SignUpForm, cancellationToken);
        await list.AskForAsync(gdpr, person, customer, cancellationToken);
        if (notice is not null)
        {
            await notice.RecordAsync(gdpr.Acknowledgements, person, cancellationToken);
        }

        if (consent is not null)
        {
            await consent.RecordAsync(gdpr.Consents, person, cancellationToken);
        }
    }

    // Known once the row is saved.
    private static SubjectId PersonOf(Customer customer) => SubjectId.Of(Gdpr.Crm.Customers, customer.CustomerId);
}
