using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>A ledger that is large.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
[Collection(OneAtATime.Name)]
public abstract class LedgerVolumeSuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture
{
    /// <summary>Tests the ledger of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LedgerVolumeSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private const int Heads = 100_000;

    private const int HeadsPerBatch = 5_000;

    // What all heads together take in memory is several times as much.
    private const long Room = 12L * 1024 * 1024;

    private const int Entries = 2_000;

    private const int NoteLength = 20_000;

    /// <summary>Memory does not grow with the number of heads.</summary>
    [Fact]
    public async Task Pages_and_counts_in_bounded_memory()
    {
        const string Sentence = "Heads are paged and counted in memory that does not grow with their number.";
        for (var first = 0; first < Heads; first += HeadsPerBatch)
        {
            await AppendAsync([.. Enumerable.Range(first, HeadsPerBatch).Select(number => LedgerSamples.Append(
                Stream($"{number % 10}", SubjectRef.New()), status: number % 4 == 0 ? LedgerSamples.Closed : LedgerSamples.Open))]);
        }

        var filter = HeadFilter.Of(Kind);
        await CountAndPageAsync(filter, () => { });
        using var watch = new MemoryWatch();
        var (counts, met) = await CountAndPageAsync(filter, watch.Look);
        watch.Look();

        Promise.IsEqual($"closed {Heads / 4} · open {Heads / 4 * 3}", counts, Sentence, $"CountHeadsAsync of {Heads} heads");
        Promise.IsEqual(Heads, met, Sentence, $"QueryHeadsAsync, page by page: the number of heads");
        Promise.Holds(watch.Growth <= Room, Sentence, $"CountHeadsAsync and QueryHeadsAsync of {Heads:N0} heads", $"at most {Room:N0} bytes held at any moment", $"{watch.Growth:N0} bytes");
    }

    /// <summary>A run over years of rows is one stream with an entry for each batch.</summary>
    [Fact]
    public async Task Streams_the_entries_of_a_long_stream()
    {
        const string Sentence = "The entries of a long stream are read as they are asked for, not all before the first.";
        for (var version = 0; version < Entries; version += 100)
        {
            await AppendAsync(LedgerSamples.Append(Stream(), version, 100, note: new string('n', NoteLength)));
        }

        await WalkAsync(() => { });
        using var watch = new MemoryWatch();
        var read = await WalkAsync(watch.Look);
        watch.Look();

        Promise.IsEqual(Entries, read, Sentence, $"ReadStreamAsync: the number of entries");
        Promise.Holds(watch.Growth <= Room, Sentence, $"ReadStreamAsync of {Entries} entries with {NoteLength} bytes of details each", $"at most {Room:N0} bytes held at any moment", $"{watch.Growth:N0} bytes");
    }

    private async Task<(string Counts, int Met)> CountAndPageAsync(HeadFilter filter, Action look)
    {
        var counts = await Store.CountHeadsAsync(filter, Token);
        look();
        var (met, pages) = (0, 0);
        for (var query = new HeadQuery(filter); query is not null;)
        {
            var page = await Store.QueryHeadsAsync(query, Token);
            met += page.Count;
            query = query.Next(page);
            if (pages++ % 25 == 0)
            {
                look();
            }
        }

        return (LedgerWords.Listed(counts.Select(count => $"{count.Status} {count.Count}")), met);
    }

    private async Task<int> WalkAsync(Action look)
    {
        var read = 0;
        await foreach (var entry in Store.ReadStreamAsync(Stream(), 0, Token))
        {
            if (read++ % (Entries / 4) == 0)
            {
                look();
            }
        }

        return read;
    }
}
