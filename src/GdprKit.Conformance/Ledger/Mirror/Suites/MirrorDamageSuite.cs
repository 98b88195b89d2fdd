using System.Text;
using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>A mirror that somebody, or something, changes beside GdprKit.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class MirrorDamageSuite<TFixture> : MirrorSuite<TFixture>
    where TFixture : MirrorFixture
{
    /// <summary>Tests the mirrors of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected MirrorDamageSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>Evidence that can be changed in silence is none.</summary>
    [Fact]
    public async Task What_is_damaged_is_named_and_nothing_is_written_over_it()
    {
        const string Sentence = "What was changed beside the mirror is named by its position, what comes before it is read, and nothing is written over it.";
        var marks = Enumerable.Range(0, 12).Select(_ => Mark()).ToList();
        var (tip, entries) = (Start, new List<OrderedEntry>());
        for (var first = 0; first < 12; first += 4)
        {
            var batch = MirrorBatch.After(tip, [.. Enumerable.Range(first, 4).Select(i => Entry(i, marks[i]))], []);
            await Mirror.AppendAsync(batch, Token);
            tip = batch.Next;
            entries.AddRange(batch.Entries);
        }

        foreach (var damaged in new[] { 5, 11 })
        {
            var (right, wrong) = (Encoding.UTF8.GetBytes(marks[damaged]), Encoding.UTF8.GetBytes(Mark()));
            Promise.Holds(await Fixture.ReplaceBytesAsync(Name, right, wrong, Token) > 0, Sentence, "for the bytes of an entry on the medium", "one place or more, or this test says nothing", "none");
            foreach (var mirror in new[] { Mirror, await Fixture.OpenAsync(Name, Token) })
            {
                Promise.IsEqual(MirrorWords.Of(entries.Take(damaged)), MirrorWords.Of(await mirror.ReadAsync(0, damaged, Token)), Sentence, $"ReadAsync(0, {damaged}) with damage at {damaged}");
                var refusal = await Promise.ThrowsAsync<LedgerException>(async () => await mirror.ReadAsync(0, 12, Token), Sentence, $"ReadAsync(0, 12) with damage at {damaged}");
                Promise.IsEqual(LedgerException.MirrorDamaged(damaged).Message, refusal.Message, Sentence, $"ReadAsync(0, 12) with damage at {damaged}: what the refusal says");
            }

            await TryToWriteAsync(tip, entries);
            Promise.Holds(
                await Fixture.ReplaceBytesAsync(Name, wrong, right, Token) > 0, Sentence, $"for the damaged bytes of {damaged} on the medium, after one tried to write", "one place or more", "none");
            var read = await (await Fixture.OpenAsync(Name, Token)).ReadAsync(0, 12, Token);
            Promise.Holds(read == entries.ToValueList(), Sentence, "ReadAsync after the damage was made good", "the entries as they were appended", MirrorWords.Of(read));
        }
    }

    // Whether it succeeds is the mirror's choice; that nothing is lost by it is not.
    private async Task TryToWriteAsync(MirrorTip tip, List<OrderedEntry> entries)
    {
        var mirror = await Fixture.OpenAsync(Name, Token);
        Func<ValueTask>[] deeds =
        [
            async () => await mirror.AppendAsync(Batch(tip with { Tree = MerkleTree.Empty }, 1), Token),
            async () => await mirror.ForgetAsync([entries[11], entries[5]], Token),
        ];
        foreach (var deed in deeds)
        {
            try
            {
                await deed();
            }
            catch (LedgerException)
            {
            }
        }
    }
}
