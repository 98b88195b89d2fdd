namespace GdprKit.EntityFrameworkCore.Library;

internal sealed class ReaderMap : IPersonalDataMap<Reader>
{
    public void Configure(PersonalDataMapBuilder<Reader> data) => data
        .IsSubjectWhen(r => r.Mentor == null || r.Mentor.IsActive, ShopKeys.Customers, r => r.Id)
        .IsSubjectWhen(r => r.Visits > 3, ShopKeys.Employees, r => r.Card)
        .SharedField(ShopKeys.Name, r => r.Name)
        .AppliesWhen(ShopKeys.Invoicing, r => r.Loans.Any())
        .Event(ShopKeys.LastPurchase, r => r.Loans.Max(l => (DateTime?)l.LentAt), TimeMeaning.Utc)
        .Event(ShopKeys.EmploymentEnded, r => r.LeftOn);
}

internal sealed class LoanMap : IPersonalDataMap<Loan>
{
    public void Configure(PersonalDataMapBuilder<Loan> data) => data
        .BelongsTo(l => l.Reader)
        .SharedField(ShopKeys.Name, l => l.Card)
        .Event(ShopKeys.InvoiceDate, l => l.LentAt, TimeMeaning.Utc);
}
