namespace GdprKit.EntityFrameworkCore.Faults;

internal sealed class ClientMap : IPersonalDataMap<Client>
{
    public void Configure(PersonalDataMapBuilder<Client> data) => data
        .IsSubject(ShopKeys.Customers, c => c.Id)
        .Field(ShopKeys.Name, c => c.Name)
        .Event(ShopKeys.LastPurchase, c => c.SeenAt, TimeMeaning.Utc)
        .Event(ShopKeys.InvoiceDate, c => c.SeenAt, TimeMeaning.Utc);
}

internal sealed class JobMap : IPersonalDataMap<Job>
{
    public void Configure(PersonalDataMapBuilder<Job> data) => data
        .BelongsTo(j => j.Bringer)
        .Field(ShopKeys.Purchases, j => j.Remark)
        .Event(ShopKeys.LastPurchase, j => j.Bringer.SeenAt, TimeMeaning.Utc)
        .Event(ShopKeys.InvoiceDate, j => j.Bringer.SeenAt, TimeMeaning.Utc)
        .NotPersonal("a running number", j => j.Number);
}
