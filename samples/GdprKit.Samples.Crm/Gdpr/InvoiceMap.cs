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
        .Event(Crm.Invoice, i => i.InvoiceDate, TimeMeaning.Date);
}
