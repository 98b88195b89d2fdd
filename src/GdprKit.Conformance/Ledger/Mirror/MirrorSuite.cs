using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// What every suite of a mirror has in common. Derive each suite once per fixture:
/// <c>public sealed class MirrorAppendingTests(MyFixture fixture) : MirrorAppendingSuite&lt;MyFixture&gt;(fixture);</c>
/// </summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class MirrorSuite<TFixture> : IClassFixture<TFixture>, IAsyncLifetime
    where TFixture : MirrorFixture
{
    private readonly StreamKind _kind = LedgerSamples.NewKind();

    private ILedgerMirror? _mirror;

    private protected MirrorSuite(TFixture fixture) => Fixture = fixture;

    private protected TFixture Fixture { get; }

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The name of the mirror of this test.</summary>
    private protected string Name { get; private set; } = $"{Guid.NewGuid():N}";

    private protected ILedgerMirror Mirror => _mirror!;

    /// <summary>Of the ledger of this test, before it has an entry.</summary>
    private protected MirrorTip Start { get; } = new() { Ledger = Guid.NewGuid(), Tree = MerkleTree.Empty };

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _mirror = await Fixture.OpenAsync(Name, Token);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Goes on with another mirror, which is empty.</summary>
    private protected async Task BeginAnewAsync()
    {
        Name = $"{Guid.NewGuid():N}";
        _mirror = await Fixture.OpenAsync(Name, Token);
    }

    /// <summary>An entry at a position, whole.</summary>
    private protected OrderedEntry Entry(long position, string? note = null, params ReadOnlySpan<LedgerContent> content)
    {
        var stream = new StreamId(_kind, position % 3 == 0 ? default : SubjectRef.New(), StreamKey.Parse($"k{position}"));
        var entry = LedgerSamples.Entry(stream, 1 + (position % 5), position, note, content);
        return new OrderedEntry { Position = position, Id = entry.Id, Hash = entry.Hash, Entry = entry };
    }

    /// <summary>A batch of some entries behind others.</summary>
    private protected MirrorBatch Batch(MirrorTip expected, int count, string? checkpoint = null) =>
        MirrorBatch.After(expected, [.. Enumerable.Range(0, count).Select(i => Entry(expected.Tree.Size + i, $"note {i}"))], [], checkpoint);

    /// <summary>Appends some batches, and tells what is held then.</summary>
    private protected async Task<(MirrorTip Tip, ValueList<OrderedEntry> Entries)> FillAsync(params int[] counts)
    {
        var (tip, entries) = (Start, new List<OrderedEntry>());
        foreach (var count in counts)
        {
            var batch = Batch(tip, count);
            Assert.True(await Mirror.AppendAsync(batch, Token), "A batch that follows is held.");
            tip = batch.Next;
            entries.AddRange(batch.Entries);
        }

        return (tip, [.. entries]);
    }

    private protected static InboxItem Item(int second, string content = "a letter", EntryId? id = null)
    {
        var at = LedgerSamples.At(second);
        return new InboxItem(id ?? EntryId.New(at), at, EntryType.Parse("conformance.accepted/1"), [.. Encoding.UTF8.GetBytes(content)]);
    }

    /// <summary>A text that stands nowhere else.</summary>
    private protected static string Mark() => string.Create(CultureInfo.InvariantCulture, $"mark-{Guid.NewGuid():N}");

    private protected static OrderedEntry WithoutDetails(OrderedEntry entry) => entry with { Entry = entry.Entry! with { Details = null } };

    private protected static OrderedEntry Expired(OrderedEntry entry) => entry with { Entry = null, ExpiredHash = entry.Hash };

    /// <summary>Opens the mirror anew, as the next process does, and compares what it holds with what was promised.</summary>
    private protected async Task ExpectAsync(MirrorTip? tip, ValueList<OrderedEntry> entries, string sentence, string asked, [CallerMemberName] string name = "")
    {
        var other = await Fixture.OpenAsync(Name, Token);
        var found = await other.ReadTipAsync(Token);
        Promise.IsEqual(MirrorWords.Of(tip), MirrorWords.Of(found), sentence, $"ReadTipAsync after {asked}", name);
        Promise.Holds(found == tip, sentence, $"ReadTipAsync after {asked}", "a tip that is equal in every part", "a tip that looks alike and differs", name);
        var read = await other.ReadAsync(0, 1_000, Token);
        Promise.IsEqual(MirrorWords.Of(entries), MirrorWords.Of(read), sentence, $"ReadAsync after {asked}", name);
        Promise.Holds(read == entries, sentence, $"ReadAsync after {asked}", "entries that are equal in every part", "entries that look alike and differ", name);
    }
}
