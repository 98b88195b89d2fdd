using CsCheck;
using NodaTime;

namespace GdprKit.RetentionWorld;

/// <summary>Rows whose dates lie where periods end: a period before today, and all the days that calendars stumble over.</summary>
public static class WorldGen
{
    private static readonly LocalDate[] Awkward =
    [
        new(2024, 2, 29), new(2023, 2, 28), new(2020, 1, 31), new(2024, 12, 31), new(2025, 1, 1), new(2024, 3, 31), new(2024, 10, 27), new(2018, 11, 4), new(2030, 6, 30),
    ];

    private static readonly LocalTime[] Times = [LocalTime.Midnight, LocalTime.Midnight, new(23, 59, 59), new(12, 0), new(0, 30), new(22, 15)];

    public static Gen<World> Of(LocalDate today, string timeZone)
    {
        var zone = DateTimeZoneProviders.Tzdb[timeZone];
        var day = Day(today);
        var utc = Gen.Frequency((30, Gen.Select(day, Gen.OneOf(Times)).Select((date, time) => date.At(time).InZoneLeniently(zone).ToDateTimeUtc())), (1, Gen.OneOf(Utc(DateTime.MinValue), Utc(DateTime.MaxValue))));
        var local = Gen.Frequency((30, Gen.Select(day, Gen.OneOf(Times)).Select((date, time) => date.At(time).ToDateTimeUnspecified())), (1, Gen.OneOf(DateTime.MinValue, DateTime.MaxValue)));
        var date = Gen.Frequency((30, day.Select(each => each.ToDateOnly())), (1, Gen.OneOf(DateOnly.MinValue, DateOnly.MaxValue)));
        return from customers in Customers(utc, date).Array[0, 6]
               from orders in Orders(customers.Length, utc, local, date).Array[0, 7]
               from lines in Gen.Int[0, 99].Array[0, orders.Length]
               from notes in Notes(customers.Length, utc).Array[0, 5]
               from gifts in Gen.Int[0, 99].Array[0, customers.Length > 0 ? 2 : 0]
               from flags in Gen.Int[0, 99].Array[0, orders.Length > 0 ? 1 : 0]
               select new World(
                   customers.Select(Numbered),
                   orders.Select((order, index) => Numbered(order, index)),
                   lines.Select((of, index) => new OrderLine { Id = index + 1, OrderId = 1 + (of % orders.Length), Article = of % 2 == 0 ? null : "pen" }),
                   notes.Select((note, index) => Numbered(note, index)),
                   gifts.Select((of, index) => new Gift { Id = index + 1, CustomerId = 1 + (of % customers.Length) }),
                   flags.Select((of, index) => new Flag { Id = index + 1, OrderId = 1 + (of % orders.Length) }));
    }

    private static Gen<LocalDate> Day(LocalDate today) => Gen.Frequency(
        (8, Gen.Select(Gen.OneOf(RegisterChoicesGen.Lengths), Gen.Int[-2, 2]).Select((period, days) => today.Minus(period).PlusDays(days))),
        (2, Gen.Int[-40, 40].Select(today.PlusDays)),
        (3, Gen.Int[0, 8_000].Select(days => today.PlusDays(-days))),
        (2, Gen.OneOf(Awkward)));

    private static Gen<Customer> Customers(Gen<DateTime> utc, Gen<DateOnly> date) =>
        from isCompany in Gen.Int[0, 3]
        from email in Gen.Bool
        from replaced in Gen.Int[0, 3]
        from role in Gen.OneOf("customer", "customer", "staff", "robot", null)
        from born in date.Nullable(0.2)
        from seen in utc.Nullable(0.2)
        from registered in utc
        from referrer in Gen.Int[0, 9]
        from mentor in Gen.Int[0, 9]
        from hidden in Gen.Int[0, 3]
        select Filled(isCompany == 0 ? new Company { TaxNumber = email ? "NL001" : null } : new Customer(), customer =>
        {
            customer.Name = replaced == 0 ? "-" : "naam";
            customer.Email = !email ? null : replaced <= 1 ? "-" : "iemand@voorbeeld.example";
            customer.Role = role;
            customer.BornOn = replaced == 0 && born is not null ? new DateOnly(1900, 1, 1) : born;
            customer.SeenAt = seen;
            customer.RegisteredAt = new DateTimeOffset(registered, TimeSpan.Zero);
            customer.ReferrerId = referrer;
            customer.MentorId = mentor;
            customer.IsDeleted = hidden == 0;
            customer.IsArchived = hidden == 1;
        });

    private static Gen<Order> Orders(int customers, Gen<DateTime> utc, Gen<DateTime> local, Gen<DateOnly> date) =>
        from of in Gen.Int[0, customers]
        from placed in local
        from paid in date.Nullable(0.2)
        from shipped in utc.Nullable(0.2)
        from due in local.Nullable(0.2)
        from replaced in Gen.Int[0, 3]
        from hidden in Gen.Int[0, 3]
        select new Order
        {
            CustomerId = of == 0 ? null : of,
            Address = replaced == 0 ? "-" : "Dijk 1",
            PlacedAt = placed,
            PaidOn = paid,
            ShippedAt = shipped is { } time ? new DateTimeOffset(time, TimeSpan.Zero) : null,
            DueAt = due,
            IsDeleted = hidden == 0,
        };

    private static Gen<Note> Notes(int customers, Gen<DateTime> utc) =>
        from author in Gen.Int[0, customers]
        from reader in Gen.Int[0, customers]
        from written in utc
        from replaced in Gen.Int[0, 3]
        select new Note
        {
            AuthorId = author == 0 ? null : author,
            ReaderId = reader == 0 ? null : reader,
            AuthorName = "naam",
            Text = replaced == 0 ? "-" : "tekst",
            WrittenAt = written,
        };

    // Who refers to a customer came after that customer, or is the same one.
    private static Customer Numbered(Customer customer, int index) => Filled(customer, each =>
    {
        each.Id = index + 1;
        each.ReferrerId = each.ReferrerId is { } referrer && referrer > 0 && referrer <= each.Id ? referrer : null;
        each.MentorId = each.MentorId is { } mentor && mentor > 0 && mentor <= each.Id ? mentor : null;
    });

    private static Order Numbered(Order order, int index) => Filled(order, each => each.Id = index + 1);

    private static Note Numbered(Note note, int index) => Filled(note, each => each.Id = index + 1);

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);

    private static T Filled<T>(T row, Action<T> fill)
    {
        fill(row);
        return row;
    }
}
