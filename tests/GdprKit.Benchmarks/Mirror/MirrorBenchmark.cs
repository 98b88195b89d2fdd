using System.Globalization;
using GdprKit.Benchmarks.Measuring;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Benchmarks.Mirror;

/// <summary>Appending to a mirror in files, against writing and flushing the same bytes by hand; and the memory of reading a large one.</summary>
internal sealed class MirrorBenchmark(string folder, IReadOnlyList<MirrorBatch> batches)
{
    private const double Asked = 0.8;

    private const int EntriesPerBatch = 1_000;

    private static readonly Instant Now = Instant.FromUtc(2027, 3, 1, 9, 30);

    private int _mirrors;

    private byte[]? _bytes;

    public static async Task<bool> RunAsync(int rows, int batches, Rounds rounds, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("gdprkit-mirror-");
        try
        {
            var benchmark = new MirrorBenchmark(folder.FullName, [.. BatchesOf(batches)]);
            await Report.HeadAsync($"Mirror, batches of {EntriesPerBatch:N0} entries");
            var outcome = await rounds.RunAsync(new Contest($"mirror: append {batches} batches", Asked, benchmark.AppendAsync, benchmark.WriteAsync), _ => Task.CompletedTask, cancellationToken);
            await Report.AddAsync(outcome);
            await ReadAsync(Path.Combine(folder.FullName, "large"), rows, cancellationToken);
            return outcome.IsRight;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<MirrorBatch> BatchesOf(int count)
    {
        var tip = new MirrorTip { Ledger = Guid.NewGuid(), Tree = MerkleTree.Empty };
        for (var number = 0; number < count; number++)
        {
            var batch = MirrorBatch.After(tip, [.. Enumerable.Range(0, EntriesPerBatch).Select(i => EntryAt(tip.Tree.Size + i))], []);
            tip = batch.Next;
            yield return batch;
        }
    }

    /// <summary>As a consent is: facts of some words, details of a few.</summary>
    private static OrderedEntry EntryAt(long position)
    {
        var facts = string.Create(CultureInfo.InvariantCulture, $$"""{"channel":"web-form","mechanism":"checkbox","number":{{position}},"text":"Ja, stuur mij de nieuwsbrief"}""");
        var details = EntryDetails.FromStored(EntrySalt.New(), """{"address":"somebody@example.nl"}"""u8);
        var entry = new LedgerEntry
        {
            Id = EntryId.New(Now),
            Stream = new StreamId(StreamKind.Parse("consent"), SubjectRef.New(), StreamKey.Parse("newsletter")),
            Version = 1,
            RecordedAt = Now,
            Type = EntryType.Parse("consent.given/1"),
            Salt = EntrySalt.New(),
            Facts = [.. System.Text.Encoding.UTF8.GetBytes(facts)],
            Details = details,
            DetailsCommitment = EntryHashing.CommitmentTo(details),
            Content = [Digest.Of("the text of a notice"u8)],
            Hash = default,
        };
        entry = entry with { Hash = EntryHashing.HashOf(entry) };
        return new OrderedEntry { Position = position, Id = entry.Id, Hash = entry.Hash, Entry = entry };
    }

    private static async Task ReadAsync(string path, int rows, CancellationToken cancellationToken)
    {
        using (var writing = new FileLedgerMirror(path))
        {
            foreach (var batch in BatchesOf(rows / EntriesPerBatch))
            {
                await writing.AppendAsync(batch, cancellationToken);
            }
        }

        foreach (var share in new[] { 0.1, 1 })
        {
            using var mirror = new FileLedgerMirror(path);
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            var read = 0L;
            var memory = await MemoryMaximum.OfAsync(async () =>
            {
                while (read < rows * share && await mirror.ReadAsync(read, EntriesPerBatch, cancellationToken) is { IsEmpty: false } page)
                {
                    read += page.Count;
                }
            });
            await Console.Out.WriteLineAsync(FormattableString.Invariant(
                $"\nRead {read:N0} of {rows:N0} entries in {System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s: {memory}"));
        }
    }

    private async Task<string> AppendAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, $"{_mirrors++}");
        using var mirror = new FileLedgerMirror(path);
        foreach (var batch in batches)
        {
            await mirror.AppendAsync(batch, cancellationToken);
        }

        return $"{SegmentBytes(path) > 0}";
    }

    /// <summary>The bytes that the mirror wrote, as an expert would who need not know what is in them: one file, one write and one flush for each batch.</summary>
    private async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        var bytes = BytesOfABatch();
        await using var file = new FileStream(Path.Combine(folder, $"{_mirrors++}.bytes"), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        for (var batch = 0; batch < batches.Count; batch++)
        {
            await file.WriteAsync(bytes, cancellationToken);
            RandomAccess.FlushToDisk(file.SafeFileHandle);
        }

        return $"{file.Length > 0}";
    }

    private byte[] BytesOfABatch()
    {
        if (_bytes is null)
        {
            var writer = new FrameWriter();
            foreach (var entry in batches[0].Entries)
            {
                EntryRecord.Write(writer, entry);
            }

            _bytes = writer.Written.ToArray();
        }

        return _bytes;
    }

    private static long SegmentBytes(string path) => Directory.EnumerateFiles(Path.Combine(path, "segments")).Sum(file => new FileInfo(file).Length);
}
