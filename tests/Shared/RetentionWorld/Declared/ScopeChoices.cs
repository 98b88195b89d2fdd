namespace GdprKit.RetentionWorld;

/// <summary>Conditions under which activities apply.</summary>
public static class ScopeChoices
{
    public static ScopeChoice<Customer>[] OfCustomers { get; } =
    [
        new(c => c.Orders.Any(), c => c.Orders.Count > 0),
        new(c => c.Email != null, c => c.Email is not null),
        new(c => !(c.Role == "customer"), c => c.Role != "customer"),
        new(c => c.Orders.Any(o => o.PaidOn == null), c => c.Orders.Any(o => o.PaidOn is null)),
    ];

    public static ScopeChoice<Order>[] OfOrders { get; } =
    [
        new(o => o.PaidOn != null, o => o.PaidOn is not null),
        new(o => o.Customer!.Email != null, o => o.Customer?.Email is not null),
        new(o => o.Lines.Count > 0, o => o.Lines.Count > 0),
    ];

    public static ScopeChoice<Note>[] OfNotes { get; } =
    [
        new(n => n.ReaderId != null, n => n.ReaderId is not null),
        new(n => n.AuthorId == n.ReaderId, n => n.AuthorId == n.ReaderId),
    ];
}
