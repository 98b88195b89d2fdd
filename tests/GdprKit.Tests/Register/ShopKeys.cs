namespace GdprKit;

/// <summary>The keys of <see cref="TestRegisters"/>.</summary>
public static class ShopKeys
{
    public static readonly Key<SubjectKind> Customers = Key<SubjectKind>.Parse("customers");
    public static readonly Key<SubjectKind> Employees = Key<SubjectKind>.Parse("employees");

    public static readonly Key<DataCategory> Name = Key<DataCategory>.Parse("name");
    public static readonly Key<DataCategory> EmailAddress = Key<DataCategory>.Parse("email-address");
    public static readonly Key<DataCategory> Purchases = Key<DataCategory>.Parse("purchases");
    public static readonly Key<DataCategory> SickLeave = Key<DataCategory>.Parse("sick-leave");
    public static readonly Key<DataCategory> CitizenNumber = Key<DataCategory>.Parse("citizen-number");

    public static readonly Key<RetentionEvent> LastPurchase = Key<RetentionEvent>.Parse("last-purchase");
    public static readonly Key<RetentionEvent> InvoiceDate = Key<RetentionEvent>.Parse("invoice-date");
    public static readonly Key<RetentionEvent> EmploymentEnded = Key<RetentionEvent>.Parse("employment-ended");

    public static readonly Key<Recipient> MailProgram = Key<Recipient>.Parse("mail-program");
    public static readonly Key<Recipient> TaxAuthority = Key<Recipient>.Parse("tax-authority");

    public static readonly Key<ProcessingActivity> Orders = Key<ProcessingActivity>.Parse("orders");
    public static readonly Key<ProcessingActivity> Invoicing = Key<ProcessingActivity>.Parse("invoicing");
    public static readonly Key<ProcessingActivity> Claims = Key<ProcessingActivity>.Parse("claims");
    public static readonly Key<ProcessingActivity> Newsletter = Key<ProcessingActivity>.Parse("newsletter");
    public static readonly Key<ProcessingActivity> Staff = Key<ProcessingActivity>.Parse("staff");

    public static readonly Key<RetentionRule> StaffFile = Key<RetentionRule>.Parse("staff-file");
    public static readonly Key<RetentionRule> StaffAbsence = Key<RetentionRule>.Parse("staff-absence");

    public static readonly Key<BackupSchedule> Nightly = Key<BackupSchedule>.Parse("nightly");
}
