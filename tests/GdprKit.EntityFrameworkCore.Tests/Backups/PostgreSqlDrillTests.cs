using GdprKit.EntityFrameworkCore.Retention;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <inheritdoc/>
public sealed class PostgreSqlDrillTests(PostgreSqlServer server) : DrillTests(new PostgreSqlClubhouse(server));
