using GdprKit.EntityFrameworkCore.Retention;

namespace GdprKit.EntityFrameworkCore.Backups;

public sealed class SqliteRestoreWorldTests() : RestoreWorldTests(new SqliteClubhouse(way: SqliteBackupWay.Pages));
