namespace GdprKit.Testing;

internal sealed class CustomerMap : IPersonalDataMap<Customer>
{
    public void Configure(PersonalDataMapBuilder<Customer> data) => data
        .IsSubject(Crm.Customers, c => c.CustomerId)
        .Field(Crm.Contact, c => c.Name, c => c.Email)
        .Event(Crm.LastPurchase, c => c.LastPurchase);
}
