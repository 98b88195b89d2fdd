namespace GdprKit.Conformance.Notices.Files;

public sealed class EverySuiteTests : EveryContactSourceSuite<FileContactFixture>;

public sealed class ContactTests(FileContactFixture fixture) : ContactSuite<FileContactFixture>(fixture);
