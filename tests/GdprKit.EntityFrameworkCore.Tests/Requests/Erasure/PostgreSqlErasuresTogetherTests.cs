using GdprKit.EntityFrameworkCore.Retention;

namespace GdprKit.EntityFrameworkCore.Requests;

public sealed class PostgreSqlErasuresTogetherTests(PostgreSqlServer server) : ErasuresTogetherTests(new PostgreSqlClubhouse(server));
