using GdprKit.Samples.Crm.Data;

namespace GdprKit.Samples.Crm.Gdpr;

/// <summary>What an invoice says of the customer.</summary>
public sealed class InvoiceMap : IPersonalDataMap<Invoice>
{
    public void Configure(PersonalDataMapBuilder<Invoice> data) => data
        .Called(nl: "facturen", en: "invoices")
        .BelongsTo(i => i.Customer)
        .Field(Crm.Invoices, i => i.BillingAddress, i => i.BillingPostalCode, i => i.BillingCity, i => i.BillingState, i => i.BillingCountry)
        .Field(Crm.Purchases, i => i.InvoiceDate, i => i.Total)
        .Event(Crm.Invoice, i => i.InvoiceDate, TimeMeaning.Date)
        .HoldQuery(Crm.InvoicesSince2025, i => i.InvoiceDate >= new DateTime(2025, 1, 1), nl: "facturen sinds 2025", en: "invoices since 2025");
}
