using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Shapes;

internal sealed class PatientMap : IPersonalDataMap<Patient>
{
    public void Configure(PersonalDataMapBuilder<Patient> data) => data
        .IsSubject(Customers, p => p.Code)
        .Field(Name, p => p.Aliases.Select(a => a.Name))
        .Field(EmailAddress, p => p.Contact!.Email)
        .Field(Purchases, p => p.Contact!.Place!.Street, p => p.Visits.Select(v => v.Note), p => p.Urgency)
        .Event(LastPurchase, p => p.SeenOn)
        .NotPersonal("a date says nothing without a person", p => p.Contact!.AskedAt, p => p.Visits.Select(v => v.At), p => p.Aliases.Select(a => a.UsedUntil));
}

internal sealed class BillMap : IPersonalDataMap<Bill>
{
    public void Configure(PersonalDataMapBuilder<Bill> data) => data.BelongsTo<Patient>(b => b.PatientCode).Field(Purchases, b => b.Text);
}
