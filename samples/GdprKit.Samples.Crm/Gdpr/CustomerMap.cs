using GdprKit.Samples.Crm.Data;

namespace GdprKit.Samples.Crm.Gdpr;

/// <summary>What the shop holds of a customer.</summary>
public sealed class CustomerMap : IPersonalDataMap<Customer>
{
    public void Configure(PersonalDataMapBuilder<Customer> data) => data
        .Called(nl: "klanten", en: "customers")
        .IsSubject(Crm.Customers, c => c.CustomerId)
        .Field(Crm.Name, c => c.FirstName, c => c.LastName)
        .Field(Crm.Company, c => c.Company)
        .Field(Crm.Address, c => c.Address, c => c.PostalCode, c => c.City, c => c.State, c => c.Country)
        .Field(Crm.Phone, c => c.Phone, c => c.Fax)
        .Field(Crm.EmailAddress, c => c.Email)
        .Field(Crm.Language, c => c.Language)
        .Field(Crm.Origin, c => c.Source)
        .Email(c => c.Email)
        .Language(c => c.Language)
        .PersonName(c => c.FirstName, c => c.LastName)
        .AddressLines(c => c.Company, c => c.Address)
        .Place(c => c.PostalCode, c => c.City, country: c => c.Country, region: c => c.State)
        .ObtainedFrom(c => c.Source)
        .Arrived(c => c.SignedUpOn, TimeMeaning.Date)
        .Event(Crm.SignUp, c => c.SignedUpOn, TimeMeaning.Date)
        .Event(Crm.LastPurchase, c => c.Invoices.Max(i => (DateTime?)i.InvoiceDate), TimeMeaning.Date)
        .Event(Crm.Invoice, c => c.Invoices.Max(i => (DateTime?)i.InvoiceDate), TimeMeaning.Date)
        .AppliesWhen(Crm.Invoicing, c => c.Invoices.Any())
        .AppliesWhen(Crm.Warranty, c => c.Invoices.Any())
        .AppliesWhen(Crm.SimilarProducts, c => c.Invoices.Any())
        .AppliesWhen(Crm.Orders, c => !c.IsReader || c.Invoices.Any())
        .AppliesByConsent(Crm.Newsletter)
        .NotPersonal("which form was filled in; says nothing about the customer", c => c.IsReader)
        .NotPersonal("the employee who helps the customer; says nothing about the customer", c => c.SupportRepId);
}
