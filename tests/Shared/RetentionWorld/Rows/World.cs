namespace GdprKit.RetentionWorld;

/// <summary>All rows of a small shop, each found by whatever refers to it.</summary>
public sealed class World
{
    public World(IEnumerable<Customer> customers, IEnumerable<Order> orders, IEnumerable<OrderLine> lines, IEnumerable<Note> notes, IEnumerable<Gift> gifts, IEnumerable<Flag> flags)
    {
        (Customers, Orders, Lines, Notes, Gifts, Flags) = ([.. customers], [.. orders], [.. lines], [.. notes], [.. gifts], [.. flags]);
        foreach (var customer in Customers)
        {
            (customer.Referrer, customer.Mentor) = (Find(customer.ReferrerId), Find(customer.MentorId));
        }

        foreach (var order in Orders)
        {
            order.Customer = Find(order.CustomerId);
            order.Customer?.Orders.Add(order);
        }

        foreach (var line in Lines)
        {
            line.Order = Orders.Single(order => order.Id == line.OrderId);
            line.Order.Lines.Add(line);
        }

        foreach (var note in Notes)
        {
            (note.Author, note.Reader) = (Find(note.AuthorId), Find(note.ReaderId));
        }

        Gifts.ForEach(gift => gift.Customer = Find(gift.CustomerId)!);
        Flags.ForEach(flag => flag.Order = Orders.Single(order => order.Id == flag.OrderId));
    }

    /// <summary>Companies too.</summary>
    public List<Customer> Customers { get; }

    public List<Order> Orders { get; }

    public List<OrderLine> Lines { get; }

    public List<Note> Notes { get; }

    public List<Gift> Gifts { get; }

    public List<Flag> Flags { get; }

    public IEnumerable<object> All => [.. Customers, .. Orders, .. Lines, .. Notes, .. Gifts, .. Flags];

    /// <summary>The rows of exactly one class.</summary>
    public IEnumerable<object> Of(Type type) => All.Where(row => row.GetType() == type);

    private Customer? Find(int? id) => Customers.Find(customer => customer.Id == id);
}
