namespace GdprKit.EntityFrameworkCore.Retention;

public sealed class SqliteQueryHoldRunTests() : QueryHoldRunTests(new SqliteClubhouse());
