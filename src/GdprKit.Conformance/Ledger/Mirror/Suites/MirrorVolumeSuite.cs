using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>A mirror that is large.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
[Collection(OneAtATime.Name)]
public abstract class MirrorVolumeSuite<TFixture> : MirrorSuite<TFixture>
    where TFixture : MirrorFixture
{
    /// <summary>Tests the mirrors of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected MirrorVolumeSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private const int Batches = 15;

    private const int EntriesPerBatch = 1_000;

    private const int NoteLength = 3_000;

    // What it holds is several times as much.
    private const long Room = 16L * 1024 * 1024;

    /// <summary>Memory does not grow with what the mirror holds.</summary>
    [Fact]
    public async Task Reads_in_bounded_memory()
    {
        const string Sentence = "A mirror is read in memory that does not grow with what it holds.";
        var (note, tip) = (new string('n', NoteLength), Start);
        for (var batch = 0; batch < Batches; batch++)
        {
            var next = MirrorBatch.After(tip, [.. Enumerable.Range(0, EntriesPerBatch).Select(i => Entry(tip.Tree.Size + i, note))], []);
            await Mirror.AppendAsync(next, Token);
            tip = next.Next;
        }

        await WalkAsync(await Fixture.OpenAsync(Name, Token), tip, () => { });
        var mirror = await Fixture.OpenAsync(Name, Token);
        using var watch = new MemoryWatch();
        var read = await WalkAsync(mirror, tip, watch.Look);

        Promise.IsEqual(tip.Tree.Size, read, Sentence, "ReadAsync, page by page: the number of entries");
        Promise.Holds(
            watch.Growth <= Room, Sentence, $"ReadTipAsync, ReadRootAsync and ReadAsync of {Batches * EntriesPerBatch} entries with {NoteLength} bytes of details each", $"at most {Room:N0} bytes held at any moment", $"{watch.Growth:N0} bytes");
    }

    private async Task<long> WalkAsync(ILedgerMirror mirror, MirrorTip tip, Action look)
    {
        Promise.IsEqual(MirrorWords.Of(tip), MirrorWords.Of(await mirror.ReadTipAsync(Token)), "A large mirror has its tip.", "ReadTipAsync", nameof(Reads_in_bounded_memory));
        look();
        await mirror.ReadRootAsync(tip.Tree.Size / 2, Token);
        look();
        var read = 0L;
        while (await mirror.ReadAsync(read, 500, Token) is { IsEmpty: false } page)
        {
            read += page.Count;
            if (read % 5_000 == 0)
            {
                look();
            }
        }

        return read;
    }
}
