namespace GdprKit;

/// <summary>How far it has come with a restored copy of the database.</summary>
public enum DatabaseRestoreStatus
{
    /// <summary>Nothing was recorded.</summary>
    Unknown = 0,

    /// <summary>Somebody took upon himself that the application goes on with it as it is, until it is replayed.</summary>
    Overridden,

    /// <summary>What happened since the copy was made is being done again.</summary>
    Replaying,

    /// <summary>All that can be done by itself is done.</summary>
    Replayed,

    /// <summary>The database was restored once more before it was finished; another replay took its place.</summary>
    Superseded,
}
