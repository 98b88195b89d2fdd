namespace GdprKit.Mapping;

/// <summary>A stored property that holds personal data.</summary>
/// <param name="Property">The property.</param>
/// <param name="Category">What it holds.</param>
/// <param name="Whose">About which of the row's owners it is, one or more of <see cref="StoreEntity.Owners"/>.</param>
public sealed record StoreField(PropertyDescription Property, Key<DataCategory> Category, ValueList<OwnerPath> Whose)
{
    /// <summary>What takes the place of its value, as the map says; <see langword="null"/>, the default, when it says nothing.</summary>
    public Replacement? ReplacedBy { get; init; }

    /// <summary>Whether somebody else can be named in it, so that it is given only after somebody has read it (Art. 15(4)).</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool MayNameOthers { get; init; }

    /// <summary>Whether the person provided it, also by using the service (Art. 20(1)).</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool IsProvided { get; init; } = true;
}
