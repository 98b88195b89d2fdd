using NodaTime;

namespace GdprKit;

/// <summary>
/// One declared set of backups: how often one is made and when it is overwritten. Deleted data live on in backups until
/// these have rotated, and the notice says how long that is.
/// </summary>
public sealed record BackupSchedule : IDeclaration<BackupSchedule>
{
    /// <inheritdoc/>
    public required Key<BackupSchedule> Key { get; init; }

    /// <summary>What the set is called: "nachtelijke back-up van de database", "nightly backup of the database".</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The time between two backups; for example one day.</summary>
    public required Period Interval { get; init; }

    /// <summary>When a backup is overwritten.</summary>
    public required BackupRotation Rotation { get; init; }
}
