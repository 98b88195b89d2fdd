namespace GdprKit.EntityFrameworkCore.Club;

/// <summary>What the maps of the club name: the keys of the shop's register in <see cref="TestRegisters"/>.</summary>
internal static class ClubKeys
{
    public static readonly Key<SubjectKind> Members = ShopKeys.Customers;
    public static readonly Key<SubjectKind> Staff = ShopKeys.Employees;
    public static readonly Key<DataCategory> Name = ShopKeys.Name;
    public static readonly Key<DataCategory> Contact = ShopKeys.EmailAddress;
    public static readonly Key<DataCategory> Remarks = ShopKeys.Purchases;
    public static readonly Key<RetentionEvent> Left = ShopKeys.EmploymentEnded;
    public static readonly Key<RetentionEvent> Paid = ShopKeys.InvoiceDate;
    public static readonly Key<RetentionEvent> LastPaid = ShopKeys.LastPurchase;
}
