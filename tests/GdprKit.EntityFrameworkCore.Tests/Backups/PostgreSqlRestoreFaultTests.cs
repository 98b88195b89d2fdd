using GdprKit.EntityFrameworkCore.Retention;

namespace GdprKit.EntityFrameworkCore.Backups;

public sealed class PostgreSqlRestoreFaultTests(PostgreSqlServer server) : RestoreFaultTests(new PostgreSqlClubhouse(server));
