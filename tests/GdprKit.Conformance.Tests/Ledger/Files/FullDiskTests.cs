using GdprKit.Ledger;

namespace GdprKit.Conformance.Files;

/// <summary>A ledger in files whose disk is full in the middle of what it writes.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("gdprkit-full-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public async Task What_does_not_fit_into_the_journal_is_refused_whole_and_succeeds_when_there_is_room()
    {
        var medium = new FullMedium { Room = 0 };
        using var folder = new Folder(_path, medium);
        var store = new FileLedgerStore(new FileLedger(folder));
        var append = LedgerSamples.Append(new StreamId(LedgerSamples.NewKind(), default, StreamKey.Empty), entries: 2, note: "a note");

        var appending = async () => await store.AppendAsync(AppendBatch.Of([append]), Token);

        (await appending.Should().ThrowAsync<LedgerException>()).Which.Id.Should().Be("GDPR3107");
        (await store.FindHeadsAsync([append.Stream], Token)).Should().BeEmpty();
        medium.Room = null;
        (await appending()).Should().BeOfType<AppendResult.Appended>();
        (await store.ReadStreamAsync(append.Stream, 0, Token).CountAsync(Token)).Should().Be(2);
    }

    [Fact]
    public async Task What_is_in_the_journal_is_seen_whole_when_there_is_room_and_in_no_part_before()
    {
        var medium = new FullMedium { Room = 2 };
        using var folder = new Folder(_path, medium);
        var store = new FileLedgerStore(new FileLedger(folder));
        var append = LedgerSamples.Append(new StreamId(LedgerSamples.NewKind(), default, StreamKey.Empty), entries: 2, note: "a note");

        (await store.AppendAsync(AppendBatch.Of([append]), Token)).Should().BeOfType<AppendResult.Appended>();

        var looking = async () => await store.FindHeadsAsync([append.Stream], Token);
        (await looking.Should().ThrowAsync<LedgerException>()).Which.Id.Should().Be("GDPR3107");
        medium.Room = null;
        (await looking()).Should().Equal(append.Head);
        (await store.ReadStreamAsync(append.Stream, 0, Token).CountAsync(Token)).Should().Be(2);
    }
}
