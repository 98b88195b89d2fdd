namespace GdprKit.EntityFrameworkCore.Backups;

/// <inheritdoc/>
public sealed class PointInTimeDrillTests(PointInTimeServer server) : DrillTests(new PointInTimeClubhouse(server)), IClassFixture<PointInTimeServer>;
