namespace GdprKit.EntityFrameworkCore.Retention;

public sealed class SqliteRetentionRunTests() : RetentionRunTests(new SqliteClubhouse());
