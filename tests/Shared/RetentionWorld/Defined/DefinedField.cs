namespace GdprKit.RetentionWorld;

/// <summary>A field that a map classifies.</summary>
/// <param name="Type">The class of its rows.</param>
/// <param name="Name">Its name.</param>
/// <param name="Category">What it holds.</param>
/// <param name="Whose">About whom it is, in a row.</param>
public sealed record DefinedField(Type Type, string Name, Key<DataCategory> Category, Func<object, IReadOnlyList<DefinedOwner>> Whose);
