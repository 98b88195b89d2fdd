using GdprKit.EntityFrameworkCore.Retention;

namespace GdprKit.EntityFrameworkCore.Backups;

public sealed class SqliteRestoreTests() : RestoreTests(new SqliteClubhouse());
