namespace GdprKit.Requests;

/// <summary>One field of a record of a source.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Category">What it holds; a category of the register.</param>
/// <param name="Value">The value: a text, a number, a date, <see langword="null"/> when there is none, a <see cref="ValueList{T}"/> of <see cref="object"/> for several.</param>
public sealed record SourceField(string Name, Key<DataCategory> Category, object? Value)
{
    /// <summary>Whether the person provided it, also by using the service (Art. 20(1)).</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool IsProvided { get; init; } = true;

    /// <summary>The name; the value is withheld.</summary>
    public override string ToString() => Name;
}
