namespace GdprKit.EntityFrameworkCore.Backups;

/// <summary>How a backup of a file of SQLite is made.</summary>
internal enum SqliteBackupWay
{
    /// <summary>Page by page, by the backup API.</summary>
    Pages,

    /// <summary>By <c>VACUUM INTO</c>.</summary>
    VacuumInto,

    /// <summary>The file and its write-ahead log are copied while nobody writes.</summary>
    Files,

    /// <summary>The file is copied, and what stands in its write-ahead log only is left behind.</summary>
    FileAlone,
}
