namespace GdprKit.Samples.Crm.Gdpr;

/// <summary>The names by which this application's code speaks of what its register declares.</summary>
public static class Crm
{
    public static readonly Key<SubjectKind> Customers = Key<SubjectKind>.Parse("customers");
    public static readonly Key<SubjectKind> Employees = Key<SubjectKind>.Parse("employees");

    public static readonly Key<DataCategory> Name = Key<DataCategory>.Parse("name");
    public static readonly Key<DataCategory> Company = Key<DataCategory>.Parse("company");
    public static readonly Key<DataCategory> Address = Key<DataCategory>.Parse("address");
    public static readonly Key<DataCategory> Phone = Key<DataCategory>.Parse("phone");
    public static readonly Key<DataCategory> EmailAddress = Key<DataCategory>.Parse("email-address");
    public static readonly Key<DataCategory> Language = Key<DataCategory>.Parse("language");
    public static readonly Key<DataCategory> Origin = Key<DataCategory>.Parse("origin");
    public static readonly Key<DataCategory> Purchases = Key<DataCategory>.Parse("purchases");
    public static readonly Key<DataCategory> Invoices = Key<DataCategory>.Parse("invoices");
    public static readonly Key<DataCategory> BirthDate = Key<DataCategory>.Parse("birth-date");
    public static readonly Key<DataCategory> Employment = Key<DataCategory>.Parse("employment");

    public static readonly Key<RetentionEvent> Invoice = Key<RetentionEvent>.Parse("invoice");
    public static readonly Key<RetentionEvent> LastPurchase = Key<RetentionEvent>.Parse("last-purchase");
    public static readonly Key<RetentionEvent> SignUp = Key<RetentionEvent>.Parse("sign-up");
    public static readonly Key<RetentionEvent> EndOfEmployment = Key<RetentionEvent>.Parse("end-of-employment");

    public static readonly Key<Recipient> Bookkeeper = Key<Recipient>.Parse("bookkeeper");
    public static readonly Key<Recipient> TaxAuthority = Key<Recipient>.Parse("tax-authority");
    public static readonly Key<Recipient> PaymentProvider = Key<Recipient>.Parse("payment-provider");
    public static readonly Key<Recipient> MailProvider = Key<Recipient>.Parse("mail-provider");
    public static readonly Key<Recipient> HelpDesk = Key<Recipient>.Parse("help-desk");

    public static readonly Key<ProcessingActivity> Orders = Key<ProcessingActivity>.Parse("orders");
    public static readonly Key<ProcessingActivity> Invoicing = Key<ProcessingActivity>.Parse("invoicing");
    public static readonly Key<ProcessingActivity> Warranty = Key<ProcessingActivity>.Parse("warranty");
    public static readonly Key<ProcessingActivity> Newsletter = Key<ProcessingActivity>.Parse("newsletter");
    public static readonly Key<ProcessingActivity> SimilarProducts = Key<ProcessingActivity>.Parse("similar-products");
    public static readonly Key<ProcessingActivity> StaffAdministration = Key<ProcessingActivity>.Parse("staff-administration");

    public static readonly Key<RetentionRule> OrderHistory = Key<RetentionRule>.Parse("order-history");

    public static readonly Key<HoldQuery> InvoicesSince2025 = Key<HoldQuery>.Parse("invoices-since-2025");

    public static readonly Key<BackupSchedule> NightlyBackup = Key<BackupSchedule>.Parse("nightly");
}
