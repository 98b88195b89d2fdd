using GdprKit.Conformance;

namespace GdprKit.EntityFrameworkCore.Subjects.PostgreSql;

public sealed class EverySuiteTests : EverySubjectSourceSuite<PostgreSqlSourceFixture>;

public sealed class SubjectLinkingTests(PostgreSqlSourceFixture fixture) : SubjectLinkingSuite<PostgreSqlSourceFixture>(fixture);
