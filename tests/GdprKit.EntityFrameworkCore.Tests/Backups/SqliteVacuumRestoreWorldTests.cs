using GdprKit.EntityFrameworkCore.Retention;

namespace GdprKit.EntityFrameworkCore.Backups;

public sealed class SqliteVacuumRestoreWorldTests() : RestoreWorldTests(new SqliteClubhouse(way: SqliteBackupWay.VacuumInto));
