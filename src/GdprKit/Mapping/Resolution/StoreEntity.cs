namespace GdprKit.Mapping;

/// <summary>An entity of a store with what the maps of its class and of its bases say about it.</summary>
/// <remarks>
/// Every entity with rows of its own has one; a row of a derived entity counts there and not for its base. Immutable.
/// Safe for use by several threads.
/// </remarks>
public sealed record StoreEntity
{
    /// <summary>The entity.</summary>
    public required EntityDescription Description { get; init; }

    /// <summary>What people call these rows, in the plural: "facturen", "invoices"; <see langword="null"/> when no map says it.</summary>
    public LocalizedText? Label { get; init; }

    /// <summary>Whose rows they are; empty when nothing in them is personal.</summary>
    public required ValueList<OwnerPath> Owners { get; init; }

    /// <summary>The properties that hold personal data, ordered by path.</summary>
    public required ValueList<StoreField> Fields { get; init; }

    /// <summary>The dates from which periods run, ordered by event.</summary>
    public required ValueList<StoreEvent> Events { get; init; }

    /// <summary>The fields that GdprKit itself uses.</summary>
    public required ValueList<RoleMap> Roles { get; init; }

    /// <summary>When a row arrived, or <see langword="null"/>.</summary>
    public StoreTime? Arrived { get; init; }

    /// <summary>The property that says from whom the data were obtained, or <see langword="null"/>.</summary>
    public PropertyPath? ObtainedFrom { get; init; }

    /// <summary>Where a row says that it is archived, or <see langword="null"/> when it cannot be.</summary>
    public ArchiveMap? Archive { get; init; }

    /// <summary>Which rows an activity is about, where it is not about all rows of its people; ordered by activity.</summary>
    public ValueList<ActivityScope> Scopes { get; init; } = [];

    /// <summary>The queries by which its rows can be put on hold, ordered by key; of one key first for the entity itself, then for what it is derived from.</summary>
    public ValueList<StoreHoldQuery> HoldQueries { get; init; } = [];

    /// <summary>The properties that are not personal, ordered by path.</summary>
    public required ValueList<NotPersonalMap> NotPersonal { get; init; }

    /// <summary>How rows lead to rows that they belong to, where the map says it and the store knows no foreign key.</summary>
    internal ValueList<ReferenceDescription> Links { get; init; } = [];

    /// <summary>What a person may see of a row of theirs: the fields about that kind of owner, and never those about somebody else only.</summary>
    /// <param name="owner">The path by which the row is theirs.</param>
    public IEnumerable<StoreField> FieldsOf(OwnerPath owner) => Fields.Where(field => field.Whose.Contains(owner));

    /// <summary>The name of the class.</summary>
    public override string ToString() => Description.ToString();
}
