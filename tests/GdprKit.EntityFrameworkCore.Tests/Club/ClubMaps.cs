namespace GdprKit.EntityFrameworkCore.Club;

internal sealed class PartyMap : IPersonalDataMap<Party>
{
    public void Configure(PersonalDataMapBuilder<Party> data) => data
        .IsSubject(ClubKeys.Members, p => p.ClubId, p => p.Number)
        .Field(ClubKeys.Name, p => p.Name)
        .Field(ClubKeys.Contact, p => p.Email)
        .Field(ClubKeys.Remarks, "Remark")
        .Email(p => p.Email);
}

internal sealed class MemberMap : IPersonalDataMap<Member>
{
    public void Configure(PersonalDataMapBuilder<Member> data) => data
        .Field(ClubKeys.Contact, m => m.Home, m => m.Former.Select(a => a.Street), m => m.EmergencyContacts)
        .Field(ClubKeys.Contact, "Former.MovedBecause")
        .Field(ClubKeys.Remarks, m => m.Preferences!.Diet)
        .NotPersonal("a number without its street", m => m.Former.Select(a => a.HouseNumber))
        .Event(ClubKeys.Left, m => m.LeftOn)
        .Event(ClubKeys.LastPaid, m => m.Payments.Max(p => (DateTime?)p.PaidAt), TimeMeaning.Utc);
}

internal sealed class PaymentMap : IPersonalDataMap<Payment>
{
    public void Configure(PersonalDataMapBuilder<Payment> data) => data
        .BelongsTo(p => p.Member)
        .Event(ClubKeys.Paid, p => p.PaidAt, TimeMeaning.Utc);
}

internal sealed class PaymentLineMap : IPersonalDataMap<PaymentLine>
{
    public void Configure(PersonalDataMapBuilder<PaymentLine> data) => data
        .BelongsTo(l => l.Payment)
        .Field(ClubKeys.Remarks, l => l.Description);
}

internal sealed class MessageMap : IPersonalDataMap<Message>
{
    public void Configure(PersonalDataMapBuilder<Message> data) => data
        .BelongsTo<Account>(m => m.Sender)
        .BelongsTo<Account>(m => m.Recipient)
        .FieldOf(m => m.Sender, ClubKeys.Name, m => m.SenderName)
        .FieldOf(m => m.Recipient, ClubKeys.Name, m => m.RecipientName)
        .SharedField(ClubKeys.Name, m => m.Text);
}

internal sealed class AccountMap : IPersonalDataMap<Account>
{
    public void Configure(PersonalDataMapBuilder<Account> data) => data
        .IsSubjectWhen(a => a.Role == AccountRole.Volunteer, ClubKeys.Members, a => a.Login)
        .IsSubjectWhen(a => a.Role == AccountRole.Employee, ClubKeys.Staff, a => a.Login)
        .Field(ClubKeys.Name, a => a.DisplayName);
}

internal sealed class MemberListingMap : IPersonalDataMap<MemberListing>
{
    public void Configure(PersonalDataMapBuilder<MemberListing> data) => data
        .BelongsTo<Member>(v => v.ClubId, v => v.Number)
        .Field(ClubKeys.Name, v => v.LastName);
}
