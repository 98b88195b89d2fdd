namespace GdprKit.InMemory;

/// <summary>A reference as the host told it.</summary>
internal sealed record KeptReference(Type Target, ValueList<PropertyPath> Properties, PropertyPath? Through, PropertyPath? Back);
