namespace GdprKit.Mapping;

/// <summary>A query for holds beside what a store keeps.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record StoreHoldQuery
{
    internal StoreHoldQuery(string entity, HoldQuery query)
    {
        (Entity, Query) = (entity, query);

        // The opposite of its opposite: of which row nobody knows whether it is meant, it is.
        Rows = RowCondition.Not(new RowCondition.Meets(query.Opposite));
    }

    /// <summary>By which name the store knows the entity on which a hold is placed: the one that the map is about, or one that is derived from it. Rows of entities derived from it are meant too.</summary>
    public string Entity { get; }

    /// <summary>The query.</summary>
    public HoldQuery Query { get; }

    /// <summary>The rows that a hold on it keeps: those that meet it, and those of which nobody knows whether they do, because something is missing that it reads.</summary>
    public RowCondition Rows { get; }

    /// <summary>The entity and the key.</summary>
    public override string ToString() => $"{Entity}: {Query}";
}
