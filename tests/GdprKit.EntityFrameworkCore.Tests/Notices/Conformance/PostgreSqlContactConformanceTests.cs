using GdprKit.Conformance;

namespace GdprKit.EntityFrameworkCore.Notices.PostgreSql;

public sealed class EverySuiteTests : EveryContactSourceSuite<PostgreSqlContactFixture>;

public sealed class ContactTests(PostgreSqlContactFixture fixture) : ContactSuite<PostgreSqlContactFixture>(fixture);
