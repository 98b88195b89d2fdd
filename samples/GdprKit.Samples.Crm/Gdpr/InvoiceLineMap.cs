using GdprKit.Samples.Crm.Data;

namespace GdprKit.Samples.Crm.Gdpr;

/// <summary>Which music the customer bought.</summary>
public sealed class InvoiceLineMap : IPersonalDataMap<InvoiceLine>
{
    public void Configure(PersonalDataMapBuilder<InvoiceLine> data) => data
        .Called(nl: "factuurregels", en: "invoice lines")
        .BelongsTo(l => l.Invoice)
        .Field(Crm.Purchases, l => l.TrackId, l => l.UnitPrice, l => l.Quantity)
        .Event(Crm.Invoice, l => l.Invoice.InvoiceDate, TimeMeaning.Date);
}
