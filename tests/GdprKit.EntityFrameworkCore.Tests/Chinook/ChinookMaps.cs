namespace GdprKit.EntityFrameworkCore.Chinook;

internal sealed class CustomerMap : IPersonalDataMap<Customer>
{
    public void Configure(PersonalDataMapBuilder<Customer> data) => data
        .IsSubject(ShopKeys.Customers, c => c.CustomerId)
        .Field(ShopKeys.Name, c => c.FirstName, c => c.LastName, c => c.Company)
        .Field(ShopKeys.EmailAddress, c => c.Email, c => c.Phone, c => c.Address, c => c.City)
        .Event(ShopKeys.LastPurchase, c => c.Invoices.Max(i => (DateTime?)i.InvoiceDate), TimeMeaning.ControllerLocal)
        .Email(c => c.Email)
        .NotPersonal("key of an employee", c => c.SupportRepId);
}

internal sealed class EmployeeMap : IPersonalDataMap<Employee>
{
    public void Configure(PersonalDataMapBuilder<Employee> data) => data
        .IsSubject(ShopKeys.Employees, e => e.EmployeeId)
        .Field(ShopKeys.Name, e => e.FirstName, e => e.LastName, e => e.Title, e => e.BirthDate, e => e.Email)
        .NotPersonal("key of the manager", e => e.ReportsTo)
        // Chinook has no date of leaving: whoever is in the table works here.
        .Event(ShopKeys.EmploymentEnded, e => (DateTime?)null, TimeMeaning.Date)
        .Arrived(e => e.HireDate, TimeMeaning.Date);
}

internal sealed class InvoiceMap : IPersonalDataMap<Invoice>
{
    public void Configure(PersonalDataMapBuilder<Invoice> data) => data
        .BelongsTo(i => i.Customer)
        .Field(ShopKeys.Purchases, i => i.BillingAddress, i => i.Total)
        .Event(ShopKeys.InvoiceDate, i => i.InvoiceDate, TimeMeaning.ControllerLocal);
}

internal sealed class InvoiceLineMap : IPersonalDataMap<InvoiceLine>
{
    public void Configure(PersonalDataMapBuilder<InvoiceLine> data) => data
        .BelongsTo(l => l.Invoice)
        .Field(ShopKeys.Purchases, l => l.TrackId, l => l.UnitPrice);
}
