using GdprKit.EntityFrameworkCore.Retention;

namespace GdprKit.EntityFrameworkCore.Requests;

public sealed class PostgreSqlErasureTests(PostgreSqlServer server) : ErasureTests(new PostgreSqlClubhouse(server));
