namespace GdprKit.Ledger.Mirror;

/// <summary>A test of mirrors in a folder of its own.</summary>
public abstract class MirrorTest : IDisposable
{
    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected string Root { get; } = Directory.CreateTempSubdirectory("gdprkit-mirror-").FullName;

    private protected string Folder => Path.Combine(Root, "mirror");

    private protected MirrorSamples Samples { get; } = new();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Directory.Delete(Root, recursive: true);

    /// <summary>A mirror as the next process has it, whose segments are small.</summary>
    private protected FileLedgerMirror Open(MirrorMedium? medium = null, long segmentBytes = 600) => new(Folder, medium ?? new MirrorMedium(), segmentBytes);

    private protected string[] Segments => [.. Directory.EnumerateFiles(Path.Combine(Folder, "segments")).Order(StringComparer.Ordinal)];

    /// <summary>Appends some batches, and tells what is held then.</summary>
    private protected async Task<(MirrorTip Tip, ValueList<OrderedEntry> Entries)> FillAsync(params int[] counts)
    {
        using var mirror = Open();
        var (tip, entries) = (Samples.Start, new List<OrderedEntry>());
        foreach (var count in counts)
        {
            var batch = MirrorSamples.Batch(tip, count);
            (await mirror.AppendAsync(batch, Token)).Should().BeTrue();
            tip = batch.Next;
            entries.AddRange(batch.Entries);
        }

        return (tip, [.. entries]);
    }

    private protected static async Task<string> RefusalOf(Func<Task> asking) => (await asking.Should().ThrowAsync<LedgerException>()).Which.Id;
}
