using GdprKit.EntityFrameworkCore.Retention;

namespace GdprKit.EntityFrameworkCore.Requests;

public sealed class SqliteErasuresTogetherTests() : ErasuresTogetherTests(new SqliteClubhouse());
