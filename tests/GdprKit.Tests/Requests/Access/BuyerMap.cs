using static GdprKit.ShopKeys;

namespace GdprKit.Requests;

internal sealed class BuyerMap : IPersonalDataMap<Buyer>
{
    public void Configure(PersonalDataMapBuilder<Buyer> data) => data
        .Called("klanten", "customers")
        .IsSubject(Customers, b => b.Id)
        .Field(Name, b => b.Name, b => b.Note)
        .Field(EmailAddress, b => b.Email)
        .Field(Purchases, b => b.Score)
        .MayNameOthers(b => b.Note)
        .NotProvided(b => b.Note, b => b.Score);
}
