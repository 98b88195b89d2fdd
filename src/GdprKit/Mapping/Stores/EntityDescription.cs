namespace GdprKit.Mapping;

/// <summary>One kind of row in a store: a table, a view, a collection of documents.</summary>
public sealed record EntityDescription
{
    /// <summary>By which name the store knows it; no other entity of the store has it.</summary>
    public required string Name { get; init; }

    /// <summary>The class of its objects. Several entities can have the same class.</summary>
    public required Type Type { get; init; }

    /// <summary>The properties of its primary key, in order; empty when it has none, as a view.</summary>
    public ValueList<PropertyPath> Key { get; init; } = [];

    /// <summary>The name of the entity it is derived from, or <see langword="null"/>. A row of it is also a row of that entity.</summary>
    public string? Base { get; init; }

    /// <summary>Whether only derived entities have rows.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>Whether its rows can be read and not changed, as those of a view.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Its properties, the inherited and those of what it owns included, ordered by path.</summary>
    public ValueList<PropertyDescription> Properties { get; init; } = [];

    /// <summary>How its rows lead to rows of other entities, the inherited ways included.</summary>
    public ValueList<ReferenceDescription> References { get; init; } = [];

    /// <summary>The name of the class; of a dictionary, which can be any entity, the name of the entity.</summary>
    public override string ToString() => EntityName.Of(this);

    /// <summary>Whether its rows are dictionaries, as those of any other entity can be.</summary>
    internal bool IsWithoutClass => EntityName.IsBag(Type);
}
