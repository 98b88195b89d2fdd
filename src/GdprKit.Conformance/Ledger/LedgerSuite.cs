using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// What every suite of a ledger has in common. Derive each suite once per fixture:
/// <c>public sealed class LedgerAppendingTests(MyFixture fixture) : LedgerAppendingSuite&lt;MyFixture&gt;(fixture);</c>
/// </summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LedgerSuite<TFixture> : IClassFixture<TFixture>, IAsyncLifetime
    where TFixture : LedgerFixture
{
    private LedgerSession? _session;

    private protected LedgerSuite(TFixture fixture) => Fixture = fixture;

    private protected TFixture Fixture { get; }

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected LedgerSession Session => _session!;

    private protected ILedgerStore Store => Session.Store;

    private protected ISubjectDirectory Subjects => Session.Subjects;

    /// <summary>A kind of streams that no other test uses.</summary>
    private protected StreamKind Kind { get; } = LedgerSamples.NewKind();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _session = await Fixture.OpenAsync(Token);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_session is not null)
        {
            await _session.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A stream of this test.</summary>
    private protected StreamId Stream(string key = "", SubjectRef subject = default) => new(Kind, subject, StreamKey.Parse(key));

    private protected ValueTask<AppendResult> AppendAsync(params StreamAppend[] appends) => Store.AppendAsync(AppendBatch.Of(appends), Token);

    private protected static async Task<StreamHead?> HeadOfAsync(ILedgerStore store, StreamId stream) =>
        await store.FindHeadsAsync([stream], Token) is [var head, ..] ? head : null;

    /// <summary>Appends, and compares what came of it with what was promised.</summary>
    private protected async Task ExpectAsync(AppendResult promised, AppendBatch batch, string sentence, string asked, [CallerMemberName] string name = "")
    {
        var happened = await Store.AppendAsync(batch, Token);
        Promise.IsEqual(LedgerWords.Of(promised), LedgerWords.Of(happened), sentence, asked, name);
    }

    private protected Task ExpectAppendedAsync(string sentence, string asked, StreamAppend append, [CallerMemberName] string name = "") =>
        ExpectAsync(new AppendResult.Appended(), AppendBatch.Of([append]), sentence, asked, name);

    /// <summary>Reads a stream anew, as another request would, and compares its entries and its head with the promised ones.</summary>
    private protected async Task ExpectStreamAsync(StreamId stream, ValueList<LedgerEntry> entries, StreamHead? head, string sentence, string asked, [CallerMemberName] string name = "")
    {
        await using var other = await Fixture.OpenAsync(Token);
        var read = await other.Store.ReadStreamAsync(stream, 0, Token).ToListAsync(Token);
        Promise.IsEqual(LedgerWords.Of(entries), LedgerWords.Of(read), sentence, $"ReadStreamAsync after {asked}", name);
        Promise.Holds(read.ToValueList() == entries, sentence, $"ReadStreamAsync after {asked}", "entries that are equal in every part", "entries that look alike and differ", name);
        var found = await HeadOfAsync(other.Store, stream);
        Promise.IsEqual(LedgerWords.Of(head), LedgerWords.Of(found), sentence, $"FindHeadsAsync after {asked}", name);
        Promise.Holds(found == head, sentence, $"FindHeadsAsync after {asked}", "a head that is equal in every part", "a head that looks alike and differs", name);
    }

    /// <summary>Does work in several sessions of their own, begun together on threads of their own.</summary>
    private protected async Task<T[]> AtOnceAsync<T>(int count, Func<LedgerSession, int, Task<T>> work)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, count).Select(WaitAndWorkAsync).ToArray();
        begun.SetResult();
        return await Task.WhenAll(all);

        async Task<T> WaitAndWorkAsync(int number)
        {
            await using var session = await Fixture.OpenAsync(Token);
            await begun.Task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            return await work(session, number);
        }
    }
}
