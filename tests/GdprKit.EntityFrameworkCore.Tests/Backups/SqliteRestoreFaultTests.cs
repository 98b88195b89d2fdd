using GdprKit.EntityFrameworkCore.Retention;

namespace GdprKit.EntityFrameworkCore.Backups;

public sealed class SqliteRestoreFaultTests() : RestoreFaultTests(new SqliteClubhouse());
