namespace GdprKit;

/// <summary>What one class holds of whom, as its <see cref="IPersonalDataMap{TEntity}"/> declares it.</summary>
/// <remarks>Immutable; lists are in the order of declaration. Safe for use by several threads.</remarks>
public sealed record EntityMap
{
    /// <summary>The class.</summary>
    public required Type Entity { get; init; }

    /// <summary>By which name the store knows the only entity of the class that is meant; <see langword="null"/>, the default, when all are.</summary>
    public string? StoredAs { get; init; }

    /// <summary>What people call these rows, in the plural: "facturen", "invoices"; <see langword="null"/> when nothing was said.</summary>
    public LocalizedText? Label { get; init; }

    /// <summary>Whose row it is; empty when nothing in it is personal.</summary>
    public ValueList<RowOwner> Owners { get; init; } = [];

    /// <summary>The properties that hold personal data.</summary>
    public ValueList<FieldMap> Fields { get; init; } = [];

    /// <summary>The dates from which periods run.</summary>
    public ValueList<EventMap> Events { get; init; } = [];

    /// <summary>The fields that GdprKit itself uses.</summary>
    public ValueList<RoleMap> Roles { get; init; } = [];

    /// <summary>What takes the place of values, where the map says it.</summary>
    public ValueList<ReplacementMap> Replacements { get; init; } = [];

    /// <summary>When the row arrived here (Art. 14(3)), or <see langword="null"/> when nothing says it.</summary>
    public TimeMap? Arrived { get; init; }

    /// <summary>The property that says from whom the data were obtained (Art. 14(2)(f)), or <see langword="null"/> when people give them themselves.</summary>
    public PropertyPath? ObtainedFrom { get; init; }

    /// <summary>Where the row says that it is archived, or <see langword="null"/> when it cannot be.</summary>
    public ArchiveMap? Archive { get; init; }

    /// <summary>Which rows an activity is about, where it is not about all rows of its people.</summary>
    public ValueList<ActivityScope> Scopes { get; init; } = [];

    /// <summary>The rows that can be put on hold together.</summary>
    public ValueList<HoldQuery> HoldQueries { get; init; } = [];

    /// <summary>The properties that are not personal, each with the reason.</summary>
    public ValueList<NotPersonalMap> NotPersonal { get; init; } = [];

    /// <summary>The fields in which somebody else can be named.</summary>
    public ValueList<PropertyPath> MayNameOthers { get; init; } = [];

    /// <summary>The fields that the person did not provide.</summary>
    public ValueList<PropertyPath> NotProvided { get; init; } = [];

    /// <summary>The name of the class.</summary>
    public override string ToString() => StoredAs ?? Entity.Name;
}
