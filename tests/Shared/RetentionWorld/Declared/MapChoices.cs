namespace GdprKit.RetentionWorld;

/// <summary>What the maps of the shop say; the rest of it is always the same.</summary>
public sealed record MapChoices
{
    /// <summary>The column <see cref="Customer.Role"/> says what kind of person it is; else all are clients.</summary>
    public required bool HasRoles { get; init; }

    /// <summary>The category of each field that is mapped, by its class and name: <c>Customer.Name</c>.</summary>
    public required IReadOnlyDictionary<string, Key<DataCategory>> Fields { get; init; }

    public required IReadOnlyDictionary<Key<RetentionEvent>, TimeChoice<Customer>> CustomerTimes { get; init; }

    public required IReadOnlyDictionary<Key<RetentionEvent>, TimeChoice<Order>> OrderTimes { get; init; }

    public required IReadOnlyDictionary<Key<RetentionEvent>, TimeChoice<OrderLine>> LineTimes { get; init; }

    public required IReadOnlyDictionary<Key<RetentionEvent>, TimeChoice<Note>> NoteTimes { get; init; }

    public required IReadOnlyDictionary<Key<ProcessingActivity>, ScopeChoice<Customer>> CustomerScopes { get; init; }

    public required IReadOnlyDictionary<Key<ProcessingActivity>, ScopeChoice<Order>> OrderScopes { get; init; }

    public required IReadOnlyDictionary<Key<ProcessingActivity>, ScopeChoice<Note>> NoteScopes { get; init; }

    /// <summary><see cref="Customer.BornOn"/> serves as the day of birth.</summary>
    public required bool HasBirthDate { get; init; }

    public required bool MapsOrders { get; init; }

    public required bool MapsLines { get; init; }

    public required bool MapsNotes { get; init; }

    public Key<DataCategory>? CategoryOf(string field) => Fields.TryGetValue(field, out var category) ? category : null;

    public override string ToString() =>
        $"roles {HasRoles}, birth {HasBirthDate}, orders {MapsOrders}, lines {MapsLines}, notes {MapsNotes}; {Written(Fields)}; "
        + $"{Written(CustomerTimes)}; {Written(OrderTimes)}; {Written(LineTimes)}; {Written(NoteTimes)}; {Written(CustomerScopes)}; {Written(OrderScopes)}; {Written(NoteScopes)}";

    private static string Written<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> choices) => string.Join(", ", choices.Select(choice => $"{choice.Key}: {choice.Value}"));
}
