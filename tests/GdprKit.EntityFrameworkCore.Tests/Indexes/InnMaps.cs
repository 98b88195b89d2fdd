namespace GdprKit.EntityFrameworkCore.Indexes;

internal static class InnMaps
{
    public static IReadOnlyList<IPersonalDataMap> All { get; } =
    [
        Map<Guest>(data => data.IsSubject(ShopKeys.Customers, g => g.Id).Field(ShopKeys.Name, g => g.Name)),
        Map<Stay>(data => data.BelongsTo(s => s.Guest)),
        Map<Extra>(data => data.BelongsTo(e => e.Stay).Field(ShopKeys.Purchases, e => e.Text)),
        Map<Room>(data => data.IsSubject(ShopKeys.Customers, r => r.InnId).Field(ShopKeys.Name, r => r.Tenant)),
        Map<Complaint>(data => data.BelongsTo(c => c.Room).Field(ShopKeys.Purchases, c => c.Text)),
        Map<Voucher>(data => data.IsSubject(ShopKeys.Customers, v => v.Id).Field(ShopKeys.Name, v => v.Name)),
        Map<Invitation>(data => data.IsSubject(ShopKeys.Customers, i => i.Id).Field(ShopKeys.Name, i => i.Name)),
        Map<Mail>(data => data.IsSubject(ShopKeys.Customers, m => m.Id).Field(ShopKeys.Name, m => m.Name)),
        Map<Listing>(data => data.IsSubject(ShopKeys.Customers, l => l.Id).Field(ShopKeys.Name, l => l.Name)),
        Map<Overview>(data => data.IsSubject(ShopKeys.Customers, o => o.Id).Field(ShopKeys.Name, o => o.Name)),
    ];

    /// <summary>A guest who goes when the last stay and the invoice are long ago.</summary>
    public static IPersonalDataMap WithEvents { get; } = Map<Guest>(data => data
        .IsSubject(ShopKeys.Customers, g => g.Id)
        .Field(ShopKeys.Name, g => g.Name)
        .Event(ShopKeys.LastPurchase, g => g.Stays.Max(s => (DateTime?)s.LeftAt), TimeMeaning.ControllerLocal)
        .Event(ShopKeys.InvoiceDate, g => g.SignedUpAt, TimeMeaning.ControllerLocal));

    private static InlineMap<T> Map<T>(Action<PersonalDataMapBuilder<T>> configure)
        where T : class => new(configure);

    private sealed class InlineMap<T>(Action<PersonalDataMapBuilder<T>> configure) : IPersonalDataMap<T>
        where T : class
    {
        public void Configure(PersonalDataMapBuilder<T> data) => configure(data);
    }
}
