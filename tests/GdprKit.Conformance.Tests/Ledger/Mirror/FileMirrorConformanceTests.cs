namespace GdprKit.Conformance.Mirror;

public sealed class EverySuiteTests : EveryMirrorSuite<FolderMirrorFixture>;

public sealed class FileMirrorAppendingTests(FolderMirrorFixture fixture) : MirrorAppendingSuite<FolderMirrorFixture>(fixture);

public sealed class FileMirrorCancellationTests(FolderMirrorFixture fixture) : MirrorCancellationSuite<FolderMirrorFixture>(fixture);

public sealed class FileMirrorConcurrencyTests(FolderMirrorFixture fixture) : MirrorConcurrencySuite<FolderMirrorFixture>(fixture);

public sealed class FileMirrorForgettingTests(FolderMirrorFixture fixture) : MirrorForgettingSuite<FolderMirrorFixture>(fixture);

public sealed class FileMirrorInboxTests(FolderMirrorFixture fixture) : MirrorInboxSuite<FolderMirrorFixture>(fixture);

public sealed class FileMirrorInterruptionTests(FolderMirrorFixture fixture) : MirrorInterruptionSuite<FolderMirrorFixture>(fixture);

public sealed class FileMirrorMediumTests(FolderMirrorFixture fixture) : MirrorMediumSuite<FolderMirrorFixture>(fixture);

public sealed class FileMirrorReadingTests(FolderMirrorFixture fixture) : MirrorReadingSuite<FolderMirrorFixture>(fixture);

public sealed class FileMirrorVolumeTests(FolderMirrorFixture fixture) : MirrorVolumeSuite<FolderMirrorFixture>(fixture);
