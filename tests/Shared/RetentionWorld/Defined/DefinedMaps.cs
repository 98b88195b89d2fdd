using NodaTime;

namespace GdprKit.RetentionWorld;

/// <summary>What the maps of the shop mean, read off the objects themselves.</summary>
public sealed class DefinedMaps(MapChoices choices, DateTimeZone zone)
{
    public MapChoices Choices => choices;

    public static IReadOnlyList<Type> Types { get; } = [typeof(Customer), typeof(Company), typeof(Order), typeof(OrderLine), typeof(Note)];

    /// <summary>What the map says of a customer is read from the orders: a date, or whether there are any.</summary>
    public bool AreCustomersJudgedByOrders => choices.CustomerTimes.Values.Any(time => time.Name.StartsWith("last ", StringComparison.Ordinal)) || choices.CustomerScopes.Values.Any(ReadsRows);

    /// <summary>What the map says of an order is read from its lines.</summary>
    public bool AreOrdersJudgedByLines => choices.OrderScopes.Values.Any(ReadsRows);

    public bool IsMapped(Type type) =>
        type == typeof(Order) ? choices.MapsOrders
        : type == typeof(OrderLine) ? choices.MapsLines
        : type != typeof(Note) || choices.MapsNotes;

    /// <summary>The classified fields of rows of a class, by name.</summary>
    public IEnumerable<DefinedField> FieldsOf(Type type) => IsMapped(type)
        ? from field in choices.Fields
          let parts = field.Key.Split('.')
          where parts[0] == type.Name || (parts[0] == nameof(Customer) && type == typeof(Company))
          orderby parts[1]
          select new DefinedField(type, parts[1], field.Value, row => WhoseOf(row, parts[1]))
        : [];

    /// <summary>All to whom a row can belong.</summary>
    public IEnumerable<DefinedOwner> OwnersOf(object row) => row switch
    {
        Customer customer => KindsOf(customer, customer.Id),
        Order order => KindsOf(order.Customer, order.CustomerId),
        OrderLine line => KindsOf(line.Order.Customer, line.Order.CustomerId),
        Note note => [.. KindsOf(note.Author, note.AuthorId), .. KindsOf(note.Reader, note.ReaderId)],
        _ => [],
    };

    /// <summary>The day of an event of a row; nobody can say it when no map does.</summary>
    public (bool IsDated, LocalDate? Day) DayOf(Key<RetentionEvent> happened, object row) => row switch
    {
        Customer customer => DayOf(choices.CustomerTimes, happened, customer),
        Order order => DayOf(choices.OrderTimes, happened, order),
        OrderLine line => DayOf(choices.LineTimes, happened, line),
        Note note => DayOf(choices.NoteTimes, happened, note),
        _ => (false, null),
    };

    /// <summary>What the map says of when an activity is about a row; <see langword="true"/> when it says nothing.</summary>
    public bool IsInScope(Key<ProcessingActivity> activity, object row) => row switch
    {
        Customer customer => IsMet(choices.CustomerScopes, activity, customer),
        Order order => IsMet(choices.OrderScopes, activity, order),
        Note note => IsMet(choices.NoteScopes, activity, note),
        _ => true,
    };

    private static bool ReadsRows<T>(ScopeChoice<T> scope)
        where T : class => scope.ToString() is var said && (said.Contains(".Orders", StringComparison.Ordinal) || said.Contains(".Lines", StringComparison.Ordinal));

    private IReadOnlyList<DefinedOwner> WhoseOf(object row, string field) => (row, field) switch
    {
        (Note note, nameof(Note.AuthorName)) => [.. KindsOf(note.Author, note.AuthorId)],
        (Note note, nameof(Note.ReaderName)) => [.. KindsOf(note.Reader, note.ReaderId)],
        _ => [.. OwnersOf(row)],
    };

    private IEnumerable<DefinedOwner> KindsOf(Customer? customer, int? id) => choices.HasRoles
        ?
        [
            new(WorldKeys.Clients, false, customer?.Role == "customer" ? SubjectId.Of(WorldKeys.Clients, customer.Id) : null),
            new(WorldKeys.Staff, false, customer?.Role == "staff" ? SubjectId.Of(WorldKeys.Staff, customer.Id) : null),
        ]
        : [new(WorldKeys.Clients, true, id is { } known ? SubjectId.Of(WorldKeys.Clients, known) : null)];

    private (bool, LocalDate?) DayOf<T>(IReadOnlyDictionary<Key<RetentionEvent>, TimeChoice<T>> times, Key<RetentionEvent> happened, T row)
        where T : class => times.TryGetValue(happened, out var time) ? (true, time.DayOf(row, zone)) : (false, null);

    private static bool IsMet<T>(IReadOnlyDictionary<Key<ProcessingActivity>, ScopeChoice<T>> scopes, Key<ProcessingActivity> activity, T row)
        where T : class => !scopes.TryGetValue(activity, out var scope) || scope.IsMet(row);
}
