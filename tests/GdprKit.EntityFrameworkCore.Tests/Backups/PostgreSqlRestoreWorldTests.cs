using GdprKit.EntityFrameworkCore.Retention;

namespace GdprKit.EntityFrameworkCore.Backups;

public sealed class PostgreSqlRestoreWorldTests(PostgreSqlServer server) : RestoreWorldTests(new PostgreSqlClubhouse(server));
