using GdprKit.EntityFrameworkCore.Retention;

namespace GdprKit.EntityFrameworkCore.Requests;

public sealed class PostgreSqlRightsRequestTests(PostgreSqlServer server) : RightsRequestTests(new PostgreSqlClubhouse(server));
