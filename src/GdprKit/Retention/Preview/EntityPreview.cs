namespace GdprKit;

/// <summary>What a sweep would do to the rows of an entity.</summary>
public sealed record EntityPreview
{
    /// <summary>The name of the store.</summary>
    public required string Store { get; init; }

    /// <summary>The name of the entity in the store; see <see cref="PlannedEntity"/>.</summary>
    public required string Entity { get; init; }

    /// <summary>How many rows there are, those that the application hides included.</summary>
    public required long Rows { get; init; }

    /// <summary>How many of them go whole.</summary>
    public required long RowsToGo { get; init; }

    /// <summary>How many of those that go whole something keeps for now: a hold, a restriction, a request that is open. It is no part of the digest of a preview.</summary>
    public long RowsOnHold { get; init; }

    /// <summary>How many rows leave daily use and stay archived, where the map says which rows are (<c>Archived(…)</c>).</summary>
    public long RowsIntoArchive { get; init; }

    /// <summary>How many archived rows come back into daily use, because something needs them again.</summary>
    public long RowsOutOfArchive { get; init; }

    /// <summary>Its fields, in the groups of the plan; none when its rows go with those they belong to.</summary>
    public required ValueList<GroupPreview> Groups { get; init; }
}
