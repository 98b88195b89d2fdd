namespace GdprKit.Mapping;

/// <summary>One stored property of an entity.</summary>
public sealed record PropertyDescription
{
    /// <summary>Its name, through what the entity owns: <c>Address.City</c>.</summary>
    public required PropertyPath Path { get; init; }

    /// <summary>Its type as the application sees it, before the store converts it; nullable value types as themselves.</summary>
    public required Type Type { get; init; }

    /// <summary>Whether a row can be without a value.</summary>
    public bool IsNullable { get; init; }

    /// <summary>What the store calls the type in which it keeps it, <c>timestamp with time zone</c>; <see langword="null"/> when it does not say.</summary>
    public string? StoreType { get; init; }

    /// <summary>How many characters or bytes fit, or <see langword="null"/> without a limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether it is part of a key or of a unique index, so that one value cannot replace those of many rows.</summary>
    public bool IsUnique { get; init; }

    /// <summary>Whether it is part of a reference to another entity.</summary>
    public bool IsForeignKey { get; init; }

    /// <summary>Whether a row holds any number of values, because the entity owns a collection.</summary>
    public bool IsCollection { get; init; }

    /// <summary>Whether the class has no such member, so that it can be named by text only.</summary>
    public bool IsShadow { get; init; }

    /// <summary>Whether only the store uses it and the application puts nothing in it: a discriminator, a version of the row.</summary>
    public bool IsBookkeeping { get; init; }

    /// <summary>The name of the entity that declares it, the entity itself or one it is derived from.</summary>
    public required string DeclaredBy { get; init; }

    /// <summary>The attributes by which its class says that it is personal data, as <see cref="PersonalDataMarks"/> finds them.</summary>
    public ValueList<string> Marks { get; init; } = [];
}
