using static GdprKit.ShopKeys;

namespace GdprKit.Requests;

internal sealed class PurchaseMap : IPersonalDataMap<Purchase>
{
    public void Configure(PersonalDataMapBuilder<Purchase> data) => data
        .Called("aankopen", "purchases")
        .BelongsTo(p => p.Buyer)
        .Field(Purchases, p => p.Article, p => p.On, p => p.ImportedFrom)
        .ObtainedFrom(p => p.ImportedFrom)
        .Event(LastPurchase, p => p.On)
        .Event(InvoiceDate, p => p.On);
}
