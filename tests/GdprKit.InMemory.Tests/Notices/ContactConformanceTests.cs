using GdprKit.Conformance;

namespace GdprKit.InMemory.Notices;

public sealed class EverySuiteTests : EveryContactSourceSuite<MemoryContactFixture>;

public sealed class ContactTests(MemoryContactFixture fixture) : ContactSuite<MemoryContactFixture>(fixture);
