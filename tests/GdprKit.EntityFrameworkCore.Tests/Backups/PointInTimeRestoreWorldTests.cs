namespace GdprKit.EntityFrameworkCore.Backups;

/// <inheritdoc/>
public sealed class PointInTimeRestoreWorldTests(PointInTimeServer server) : RestoreWorldTests(new PointInTimeClubhouse(server)), IClassFixture<PointInTimeServer>;
