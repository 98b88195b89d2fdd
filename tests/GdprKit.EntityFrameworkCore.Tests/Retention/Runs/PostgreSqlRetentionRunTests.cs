namespace GdprKit.EntityFrameworkCore.Retention;

public sealed class PostgreSqlRetentionRunTests(PostgreSqlServer server) : RetentionRunTests(new PostgreSqlClubhouse(server));
