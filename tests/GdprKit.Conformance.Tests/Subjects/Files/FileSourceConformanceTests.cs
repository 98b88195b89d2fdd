namespace GdprKit.Conformance.Subjects.Files;

public sealed class EverySuiteTests : EverySubjectSourceSuite<FileSourceFixture>;

public sealed class SubjectLinkingTests(FileSourceFixture fixture) : SubjectLinkingSuite<FileSourceFixture>(fixture);
