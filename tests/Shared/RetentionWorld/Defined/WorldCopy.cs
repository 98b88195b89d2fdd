using System.Reflection;

namespace GdprKit.RetentionWorld;

/// <summary>Copies of worlds, to let rows go of one and compare it with another.</summary>
public static class WorldCopy
{
    /// <summary>The same rows, as other objects; without some of them, and without what a database takes along or empties then.</summary>
    public static World Without(World world, IReadOnlySet<object> gone)
    {
        var orders = world.Orders.Where(order => !gone.Contains(order)).ToList();
        var customers = world.Customers.Where(customer => !gone.Contains(customer)).ToHashSet();
        return new World(
            customers.Select(customer => Copy(customer, customers)),
            orders.Select(order => Copy(order, customers)),
            world.Lines.Where(line => !gone.Contains(line) && orders.Contains(line.Order)).Select(line => Copy(line, customers)),
            world.Notes.Where(note => !gone.Contains(note)).Select(note => Copy(note, customers)),
            world.Gifts.Where(gift => !gone.Contains(gift) && customers.Contains(gift.Customer)).Select(gift => Copy(gift, customers)),
            world.Flags.Select(flag => Copy(flag, customers)));
    }

    /// <summary>Every row with every value, to be compared.</summary>
    public static IEnumerable<string> Told(World world) => world.All.Select(row => $"{row.GetType().Name}: {string.Join(", ", Stored(row).Select(property => $"{property.Name}={Told(property.GetValue(row))}"))}").Order(StringComparer.Ordinal);

    private static T Copy<T>(T row, HashSet<Customer> customers)
        where T : class
    {
        var copy = (T)Activator.CreateInstance(row.GetType())!;
        foreach (var property in Stored(row))
        {
            property.SetValue(copy, property.GetValue(row));
        }

        switch (copy)
        {
            case Customer customer when Misses(((Customer)(object)row).Referrer):
                customer.ReferrerId = null;
                break;
            case Note note:
                (note.AuthorId, note.ReaderId) = (Misses(((Note)(object)row).Author) ? null : note.AuthorId, Misses(((Note)(object)row).Reader) ? null : note.ReaderId);
                break;
        }

        return copy;

        bool Misses(Customer? other) => other is not null && !customers.Contains(other);
    }

    private static IEnumerable<PropertyInfo> Stored(object row) => row.GetType().GetProperties()
        .Where(property => property.CanWrite && property.PropertyType.Namespace != typeof(World).Namespace)
        .OrderBy(property => property.Name, StringComparer.Ordinal);

    private static string Told(object? value) => value switch
    {
        DateTimeOffset time => $"{time.UtcTicks / 10}",
        DateTime time => $"{time.Ticks / 10}",
        _ => $"{value}",
    };
}
