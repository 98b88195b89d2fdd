using static GdprKit.Conformance.DomainKeys;

namespace GdprKit.Conformance;

/// <summary>Whose the rows of the domain are, and what they hold.</summary>
internal static class DomainMaps
{
    /// <summary>The maps of the classes that a store keeps.</summary>
    public static IEnumerable<IPersonalDataMap> Of(Func<Type, bool> isKept)
    {
        (Type Class, IPersonalDataMap Map)[] all =
        [
            Map<Account>(data => data
                .IsSubjectWhen(a => a.Role == AccountRole.Visitor, People, a => a.Branch, a => a.Number)
                .IsSubjectWhen(a => a.Role == AccountRole.Employee, Staff, a => a.Branch, a => a.Number)
                .Field(Name, a => a.Login)),
            Map<AddressBook>(data => data.BelongsTo<Person>(b => b.PersonCode).Field(Contact, b => b.Phones.Select(p => p.Number))),
            Map<Appointment>(data => data.BelongsTo<Person>(a => a.PersonCode)
                .Event(Day, a => a.Day)
                .Event(DayWithTime, a => a.DayWithTime, TimeMeaning.Date)
                .Event(WallClock, a => a.WallClock, TimeMeaning.ControllerLocal)
                .Event(Utc, a => a.Utc, TimeMeaning.Utc)
                .Event(Offset, a => a.Offset)),
            Map<CalendarEntry>(data => data.BelongsTo<Person>(c => c.PersonCode)
                .Event(Day, c => c.Day)
                .Event(WallClock, c => c.WallClock, TimeMeaning.ControllerLocal)
                .Event(Moment, c => c.Moment)),
            Map<Household>(data => data.BelongsTo(h => h.Residents).Field(Remarks, h => h.Remark)),
            Map<Member>(data => data.Field(Remarks, m => m.Honour)),
            Map<Message>(data => data
                .BelongsTo<Person>(m => m.SenderCode)
                .BelongsTo<Person>(m => m.RecipientCode)
                .FieldOf(m => m.SenderCode, Name, m => m.SenderName)
                .FieldOf(m => m.RecipientCode, Name, m => m.RecipientName)
                .SharedField(Remarks, m => m.Text)),
            Map<Order>(data => data.BelongsTo(o => o.Person)
                .Field(Remarks, o => o.Note)
                .Event(Placed, o => o.PlacedAt, TimeMeaning.ControllerLocal)
                .Event(Paid, o => o.PaidOn)),
            Map<OrderLine>(data => data.BelongsTo(l => l.Order).Field(Remarks, l => l.Text)),
            Map<Person>(data => data.IsSubject(People, p => p.Code)
                .Field(Name, p => p.Name)
                .Field(Contact, p => p.Email, p => p.Home)
                .Event(Left, p => p.LeftOn)
                .Event(LastOrder, p => p.Orders.Max(o => (DateTime?)o.PlacedAt), TimeMeaning.ControllerLocal)),
            Map<Session>(data => data.BelongsTo(s => s.Account).Field(Contact, s => s.Origin)),
            Map<Visit>(data => data.BelongsTo<Person>(v => v.PersonCode).Field(Remarks, v => v.Remark).Event(Visited, v => v.VisitedOn)),
        ];
        return all.Where(each => isKept(each.Class)).Select(each => each.Map);
    }

    /// <summary>A map of one class.</summary>
    public static IPersonalDataMap Of<T>(Action<PersonalDataMapBuilder<T>> configure)
        where T : class => new InlineMap<T>(configure);

    private static (Type, IPersonalDataMap) Map<T>(Action<PersonalDataMapBuilder<T>> configure)
        where T : class => (typeof(T), Of(configure));

    private sealed class InlineMap<T>(Action<PersonalDataMapBuilder<T>> configure) : IPersonalDataMap<T>
        where T : class
    {
        public void Configure(PersonalDataMapBuilder<T> data) => configure(data);
    }
}
