using GdprKit.EntityFrameworkCore.Retention;

namespace GdprKit.EntityFrameworkCore.Backups;

public sealed class SqliteFilesRestoreWorldTests() : RestoreWorldTests(new SqliteClubhouse(way: SqliteBackupWay.Files));
