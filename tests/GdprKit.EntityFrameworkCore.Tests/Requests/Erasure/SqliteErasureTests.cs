using GdprKit.EntityFrameworkCore.Retention;

namespace GdprKit.EntityFrameworkCore.Requests;

public sealed class SqliteErasureTests() : ErasureTests(new SqliteClubhouse());
