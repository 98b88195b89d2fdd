namespace GdprKit.Mapping;

/// <summary>A stored property that holds personal data.</summary>
/// <param name="Property">The property.</param>
/// <param name="Category">What it holds.</param>
/// <param name="Whose">About which of the row's owners it is, one or more of <see cref="StoreEntity.Owners"/>.</param>
public sealed record StoreField(PropertyDescription Property, Key<DataCategory> Category, ValueList<OwnerPath> Whose)
{
    /// <summary>What takes the place of its value, as the map says; <see langword="null"/>, the default, when it says nothing.</summary>
    public Replacement? ReplacedBy { get; init; }
}
