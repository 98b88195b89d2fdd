namespace GdprKit.Canary;

internal sealed class CanaryCustomerMap : IPersonalDataMap<CanaryCustomer>
{
    public void Configure(PersonalDataMapBuilder<CanaryCustomer> data) => data
        .IsSubject(ShopKeys.Customers, c => c.Id)
        .Field(ShopKeys.Name, c => c.FirstName, c => c.LastName)
        .Field(ShopKeys.EmailAddress, c => c.Email)
        .Email(c => c.Email)
        .Event(ShopKeys.LastPurchase, c => c.Orders.Max(o => (DateTime?)o.On), TimeMeaning.Date)
        .Event(ShopKeys.InvoiceDate, c => c.Orders.Max(o => (DateTime?)o.On), TimeMeaning.Date)
        .AppliesWhen(ShopKeys.Newsletter, c => false);
}

internal sealed class CanaryOrderMap : IPersonalDataMap<CanaryOrder>
{
    public void Configure(PersonalDataMapBuilder<CanaryOrder> data) => data
        .BelongsTo(o => o.Customer)
        .Field(ShopKeys.Purchases, o => o.Bought)
        .Event(ShopKeys.LastPurchase, o => o.On, TimeMeaning.Date)
        .Event(ShopKeys.InvoiceDate, o => o.On, TimeMeaning.Date);
}

/// <summary>A map that says what cannot be: refused, with words that tell of the map and of no row.</summary>
internal sealed class MistakenMap : IPersonalDataMap<CanaryCustomer>
{
    public void Configure(PersonalDataMapBuilder<CanaryCustomer> data) => data
        .IsSubject(ShopKeys.Customers, c => c.Id)
        .Field(Key<DataCategory>.Parse("nobody-declared-this"), c => c.FirstName);
}
