namespace GdprKit;

/// <summary>The keys of the web shop template, for use in code: <c>decisions.DecideAsync(subject, Webshop.Newsletter)</c>.</summary>
public static class Webshop
{
    /// <summary>People who buy, or have an account.</summary>
    public static Key<SubjectKind> Customers { get; } = Key<SubjectKind>.Parse("customers");

    /// <summary>First and last name.</summary>
    public static Key<DataCategory> Name { get; } = Key<DataCategory>.Parse("name");

    /// <summary>Where invoices and parcels go.</summary>
    public static Key<DataCategory> Address { get; } = Key<DataCategory>.Parse("address");

    /// <summary>The e-mail address.</summary>
    public static Key<DataCategory> EmailAddress { get; } = Key<DataCategory>.Parse("email-address");

    /// <summary>The telephone number.</summary>
    public static Key<DataCategory> Phone { get; } = Key<DataCategory>.Parse("phone");

    /// <summary>What was bought, when, for how much, and how it was paid.</summary>
    public static Key<DataCategory> Purchases { get; } = Key<DataCategory>.Parse("purchases");

    /// <summary>The invoices.</summary>
    public static Key<DataCategory> Invoices { get; } = Key<DataCategory>.Parse("invoices");

    /// <summary>Questions and complaints with their answers.</summary>
    public static Key<DataCategory> Messages { get; } = Key<DataCategory>.Parse("messages");

    /// <summary>An invoice was made.</summary>
    public static Key<RetentionEvent> Invoice { get; } = Key<RetentionEvent>.Parse("invoice");

    /// <summary>The customer bought something, for the last time.</summary>
    public static Key<RetentionEvent> LastPurchase { get; } = Key<RetentionEvent>.Parse("last-purchase");

    /// <summary>The customer made an account.</summary>
    public static Key<RetentionEvent> SignUp { get; } = Key<RetentionEvent>.Parse("sign-up");

    /// <summary>A question or complaint was dealt with.</summary>
    public static Key<RetentionEvent> QuestionAnswered { get; } = Key<RetentionEvent>.Parse("question-answered");

    /// <summary>The tax authority.</summary>
    public static Key<Recipient> TaxAuthority { get; } = Key<Recipient>.Parse("tax-authority");

    /// <summary>Selling and delivering.</summary>
    public static Key<ProcessingActivity> Orders { get; } = Key<ProcessingActivity>.Parse("orders");

    /// <summary>Invoices and bookkeeping.</summary>
    public static Key<ProcessingActivity> Invoicing { get; } = Key<ProcessingActivity>.Parse("invoicing");

    /// <summary>Warranty and complaints.</summary>
    public static Key<ProcessingActivity> Warranty { get; } = Key<ProcessingActivity>.Parse("warranty");

    /// <summary>Answering questions.</summary>
    public static Key<ProcessingActivity> CustomerService { get; } = Key<ProcessingActivity>.Parse("customer-service");

    /// <summary>The newsletter.</summary>
    public static Key<ProcessingActivity> Newsletter { get; } = Key<ProcessingActivity>.Parse("newsletter");

    /// <summary>Mail to customers about products like those they bought.</summary>
    public static Key<ProcessingActivity> SimilarProducts { get; } = Key<ProcessingActivity>.Parse("similar-products");
}
