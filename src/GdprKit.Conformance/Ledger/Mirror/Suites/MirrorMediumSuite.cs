using System.Text;
using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>What lies on the medium of a mirror, and what somebody, or something, changes there beside GdprKit.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class MirrorMediumSuite<TFixture> : MirrorSuite<TFixture>
    where TFixture : MirrorFixture, IMirrorMedium
{
    /// <summary>Tests the mirrors of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected MirrorMediumSuite(TFixture fixture)
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

    /// <summary>Erased is what is gone (Art. 17).</summary>
    [Fact]
    public async Task What_is_forgotten_leaves_no_bytes()
    {
        const string Sentence = "Nothing is left on the medium of what was forgotten.";
        var (details, facts, stays) = (Mark(), Mark(), Mark());
        ValueList<OrderedEntry> entries = [Entry(0, stays), Entry(1, details), Entry(2, facts), Entry(3)];
        await Mirror.AppendAsync(MirrorBatch.After(Start, entries, []), Token);
        foreach (var mark in new[] { details, facts, stays })
        {
            Promise.Holds(await CountAsync(mark) > 0, Sentence, "for the bytes of details on the medium before they are forgotten", "one place or more, or this test says nothing", "none");
        }

        Promise.IsEqual(2, await Mirror.ForgetAsync([WithoutDetails(entries[1]), Expired(entries[2])], Token), Sentence, "ForgetAsync of the details of one and the body of another: the number");
        Promise.IsEqual(0, await CountAsync(details), Sentence, "for the bytes of forgotten details on the medium: the number of places");
        Promise.IsEqual(0, await CountAsync(facts), Sentence, "for the bytes of an expired entry on the medium: the number of places");
        Promise.Holds(await CountAsync(stays) > 0, Sentence, "for the bytes of what was not forgotten", "one place or more", "none");
    }

    /// <summary>What is in the ledger need not be anywhere else.</summary>
    [Fact]
    public async Task What_is_removed_from_the_inbox_leaves_no_bytes()
    {
        const string Sentence = "Nothing is left on the medium of what was removed from the inbox.";
        var (goes, stays) = (Mark(), Mark());
        var (item, other) = (Item(1, $"about {goes}"), Item(2, stays));
        await Mirror.AcceptAsync(item, Token);
        await Mirror.AcceptAsync(other, Token);
        Promise.Holds(await CountAsync(goes) > 0, Sentence, "for the bytes of an item before it is removed", "one place or more, or this test says nothing", "none");
        await Mirror.RemoveFromInboxAsync([item.Id], Token);
        Promise.IsEqual(0, await CountAsync(goes), Sentence, "for the bytes of a removed item: the number of places");
        Promise.Holds(await CountAsync(stays) > 0, Sentence, "for the bytes of another item", "one place or more", "none");
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

    private async Task<int> CountAsync(string mark)
    {
        var bytes = Encoding.UTF8.GetBytes(mark);
        return await Fixture.ReplaceBytesAsync(Name, bytes, bytes, Token);
    }
}
