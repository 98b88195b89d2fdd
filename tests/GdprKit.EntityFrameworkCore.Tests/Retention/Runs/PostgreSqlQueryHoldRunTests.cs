namespace GdprKit.EntityFrameworkCore.Retention;

public sealed class PostgreSqlQueryHoldRunTests(PostgreSqlServer server) : QueryHoldRunTests(new PostgreSqlClubhouse(server));
