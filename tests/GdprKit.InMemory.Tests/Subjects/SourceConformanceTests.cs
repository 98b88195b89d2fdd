using GdprKit.Conformance;

namespace GdprKit.InMemory.Subjects;

public sealed class EverySuiteTests : EverySubjectSourceSuite<MemorySourceFixture>;

public sealed class SubjectLinkingTests(MemorySourceFixture fixture) : SubjectLinkingSuite<MemorySourceFixture>(fixture);
