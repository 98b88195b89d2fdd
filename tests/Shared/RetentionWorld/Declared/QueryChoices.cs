namespace GdprKit.RetentionWorld;

/// <summary>Queries for holds, which all maps declare.</summary>
public static class QueryChoices
{
    public static QueryChoice<Customer>[] OfCustomers { get; } =
    [
        new("of-staff", c => c.Role == "staff", c => c.Role == "staff", _ => []),
        new("with-unpaid-orders", c => c.Orders.Any(o => o.PaidOn == null), c => c.Orders.Any(o => o.PaidOn is null), c => c.Orders),
    ];

    public static QueryChoice<Company>[] OfCompanies { get; } = [new("not-deleted", c => !c.IsDeleted, c => !c.IsDeleted, _ => [])];

    public static QueryChoice<Order>[] OfOrders { get; } =
    [
        new("even", o => o.Id % 2 == 0, o => o.Id % 2 == 0, _ => []),
        new("of-deleted-customers", o => o.Customer!.IsDeleted, o => o.Customer?.IsDeleted is not false, o => [o.Customer]),
    ];

    public static QueryChoice<OrderLine>[] OfLines { get; } =
    [
        new("even", l => l.Id % 2 == 0, l => l.Id % 2 == 0, _ => []),
        new("of-deleted-customers", l => l.Order.Customer!.IsDeleted, l => l.Order.Customer?.IsDeleted is not false, l => [l.Order, l.Order.Customer]),
    ];

    public static QueryChoice<Note>[] OfNotes { get; } =
    [
        new("to-oneself", n => n.AuthorId == n.ReaderId, n => n.AuthorId == n.ReaderId, _ => []),
        new("even", n => n.Id % 2 == 0, n => n.Id % 2 == 0, _ => []),
    ];

    public static IEnumerable<QueryChoice> All => [.. OfCustomers, .. OfCompanies, .. OfOrders, .. OfLines, .. OfNotes];
}
