namespace GdprKit;

/// <summary>What a sweep would do to fields that become due together.</summary>
public sealed record GroupPreview
{
    /// <summary>The fields.</summary>
    public required ValueList<PropertyPath> Fields { get; init; }

    /// <summary>What they hold.</summary>
    public required ValueList<Key<DataCategory>> Categories { get; init; }

    /// <summary>In how many rows nothing needs them any more.</summary>
    public required long Due { get; init; }

    /// <summary>In how many of these rows the row itself stays, without them.</summary>
    public required long InRowsThatStay { get; init; }

    /// <summary>In how many of the rows that are due something keeps them for now: a hold, a restriction, a request that is open. It is no part of the digest of a preview.</summary>
    public long OnHold { get; init; }

    /// <summary>In which year they became due; only years with rows, in order.</summary>
    public required ValueList<DueInYear> DueByYear { get; init; }

    /// <summary>What would be done with them; only actions with rows.</summary>
    public required ValueList<DueAction> DueByAction { get; init; }

    /// <summary>In how many rows they are out of daily use, and stay archived; where the map says which rows are archived, only those count that are not yet.</summary>
    public required long ToArchive { get; init; }

    /// <summary>Who still needs them.</summary>
    public required ValueList<ActivityNeed> Activities { get; init; }

    /// <summary>In how many rows nobody knows when they go; only reasons with rows. They are kept.</summary>
    public required ValueList<UnresolvedRows> Unresolved { get; init; }

    /// <summary>The keys of some of the rows that are due; which ones is left to the store.</summary>
    public required ValueList<ValueList<object?>> Examples { get; init; }
}
