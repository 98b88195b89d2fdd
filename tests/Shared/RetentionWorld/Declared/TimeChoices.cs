using NodaTime;

namespace GdprKit.RetentionWorld;

/// <summary>Every type and meaning of time that the rows have.</summary>
public static class TimeChoices
{
    public static TimeChoice<Customer>[] OfCustomers { get; } =
    [
        new("born", (data, happened) => data.Event(happened, c => c.BornOn), (c, _) => Day(c.BornOn)),
        new("seen", (data, happened) => data.Event(happened, c => c.SeenAt, TimeMeaning.Utc), (c, zone) => DayOfUtc(c.SeenAt, zone)),
        new("registered", (data, happened) => data.Event(happened, c => c.RegisteredAt), (c, zone) => DayOfUtc(c.RegisteredAt.UtcDateTime, zone)),
        new("last order", (data, happened) => data.Event(happened, c => c.Orders.Max(o => (DateTime?)o.PlacedAt), TimeMeaning.ControllerLocal), (c, _) => Day(c.Orders.Select(o => (DateTime?)o.PlacedAt).Max())),
        new("last payment", (data, happened) => data.Event(happened, c => c.Orders.Max(o => o.PaidOn)), (c, _) => Day(c.Orders.Select(o => o.PaidOn).Max())),
    ];

    public static TimeChoice<Order>[] OfOrders { get; } =
    [
        new("placed", (data, happened) => data.Event(happened, o => o.PlacedAt, TimeMeaning.ControllerLocal), (o, _) => Day(o.PlacedAt)),
        new("paid", (data, happened) => data.Event(happened, o => o.PaidOn), (o, _) => Day(o.PaidOn)),
        new("shipped", (data, happened) => data.Event(happened, o => o.ShippedAt), (o, zone) => DayOfUtc(o.ShippedAt?.UtcDateTime, zone)),
        new("due", (data, happened) => data.Event(happened, o => o.DueAt, TimeMeaning.Date), (o, _) => Day(o.DueAt)),
        new("customer seen", (data, happened) => data.Event(happened, o => o.Customer!.SeenAt, TimeMeaning.Utc), (o, zone) => DayOfUtc(o.Customer?.SeenAt, zone)),
    ];

    public static TimeChoice<OrderLine>[] OfLines { get; } =
    [
        new("order placed", (data, happened) => data.Event(happened, l => l.Order.PlacedAt, TimeMeaning.ControllerLocal), (l, _) => Day(l.Order.PlacedAt)),
        new("order paid", (data, happened) => data.Event(happened, l => l.Order.PaidOn), (l, _) => Day(l.Order.PaidOn)),
    ];

    public static TimeChoice<Note>[] OfNotes { get; } =
    [
        new("written", (data, happened) => data.Event(happened, n => n.WrittenAt, TimeMeaning.Utc), (n, zone) => DayOfUtc(n.WrittenAt, zone)),
        new("author born", (data, happened) => data.Event(happened, n => n.Author!.BornOn), (n, _) => Day(n.Author?.BornOn)),
    ];

    public static LocalDate? Day(DateOnly? day) => day is { } one ? new LocalDate(one.Year, one.Month, one.Day) : null;

    private static LocalDate? Day(DateTime? time) => time is { } one ? new LocalDate(one.Year, one.Month, one.Day) : null;

    // The first and the last moment that .NET knows stand for no day and for never, wherever the sun is then.
    private static LocalDate? DayOfUtc(DateTime? time, DateTimeZone zone) =>
        time is not { } one ? null
        : one == DateTime.MinValue || one == DateTime.MaxValue ? new LocalDate(one.Year, one.Month, one.Day)
        : Instant.FromDateTimeUtc(DateTime.SpecifyKind(one, DateTimeKind.Utc)).InZone(zone).Date;
}
