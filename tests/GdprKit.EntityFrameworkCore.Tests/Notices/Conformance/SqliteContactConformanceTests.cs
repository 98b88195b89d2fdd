using GdprKit.Conformance;

namespace GdprKit.EntityFrameworkCore.Notices.Sqlite;

public sealed class EverySuiteTests : EveryContactSourceSuite<SqliteContactFixture>;

public sealed class ContactTests(SqliteContactFixture fixture) : ContactSuite<SqliteContactFixture>(fixture);
