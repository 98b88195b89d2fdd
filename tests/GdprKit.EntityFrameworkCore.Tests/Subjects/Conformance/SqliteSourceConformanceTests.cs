using GdprKit.Conformance;

namespace GdprKit.EntityFrameworkCore.Subjects.Sqlite;

public sealed class EverySuiteTests : EverySubjectSourceSuite<SqliteSourceFixture>;

public sealed class SubjectLinkingTests(SqliteSourceFixture fixture) : SubjectLinkingSuite<SqliteSourceFixture>(fixture);
