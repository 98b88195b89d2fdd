using GdprKit.EntityFrameworkCore.Retention;

namespace GdprKit.EntityFrameworkCore.Requests;

public sealed class SqliteRightsRequestTests() : RightsRequestTests(new SqliteClubhouse());
