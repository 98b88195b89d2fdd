using GdprKit.EntityFrameworkCore.Retention;

namespace GdprKit.EntityFrameworkCore.Backups;

public sealed class PostgreSqlRestoreTests(PostgreSqlServer server) : RestoreTests(new PostgreSqlClubhouse(server));
