using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>A ledger in the transactions of its host.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LedgerTransactionSuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture
{
    /// <summary>Tests the ledger of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LedgerTransactionSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private const int Rounds = 10;

    /// <summary>What happened and what is remembered of it are written together, or neither.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shares_the_fate_of_the_host_s_transaction(bool commits)
    {
        const string Sentence = "What is written in a transaction of the host is seen in it at once, and by others when it is committed, and then whole.";
        SkipWithoutTransactions();
        var (content, person) = (LedgerContent.Of(Guid.NewGuid().ToByteArray()), LedgerSamples.NewPerson());
        var goes = LedgerSamples.Append(Stream("goes"), entries: 2, note: "a note", status: LedgerSamples.Closed);
        var forgets = LedgerSamples.Append(Stream("forgets"), note: "a note");
        await AppendAsync(goes, forgets);
        var first = LedgerSamples.Append(LedgerSamples.Entry(Stream("new"), 1, content: content));
        var second = LedgerSamples.Append(Stream("new"), 1);
        var request = LeaseRequest.Take(LedgerSamples.NewLease(), Guid.NewGuid(), LedgerSamples.Start, NodaTime.Duration.FromMinutes(1));

        await Session.InTransactionAsync(
            async () =>
            {
                await Store.AppendAsync(AppendBatch.Of([first], [content]), Token);
                await ExpectAppendedAsync(Sentence, "AppendAsync of the second entry, in the transaction of the first", second);
                Promise.IsEqual(LedgerWords.Of(first.Entries.Concat(second.Entries)), LedgerWords.Of(await Store.ReadStreamAsync(Stream("new"), 0, Token).ToListAsync(Token)), Sentence, "ReadStreamAsync in the transaction");
                Promise.IsEqual(LedgerWords.Of(second.Head), LedgerWords.Of(await HeadOfAsync(Store, Stream("new"))), Sentence, "FindHeadsAsync in the transaction");
                Promise.IsEqual(content, await Store.ReadContentAsync(content.Digest, Token), Sentence, "ReadContentAsync in the transaction");
                await Store.ExpireAsync(StreamExpiry.Of(Kind, [LedgerSamples.Closed], LedgerSamples.At(100)), Token);
                await Store.ForgetDetailsAsync(HeadFilter.Of(Kind) with { Key = Stream("forgets").Key }, Token);
                await Store.LeaseAsync(request, Token);
                var links = await Subjects.LinkAsync([person], LedgerSamples.Start, Token);
                Promise.IsEqual(links, await Subjects.FindBySubjectAsync([person], Token), Sentence, "FindBySubjectAsync in the transaction");
            },
            commits,
            Token);

        var after = $"the transaction was {(commits ? "committed" : "rolled back")}";
        await ExpectStreamAsync(Stream("new"), commits ? [.. first.Entries, .. second.Entries] : [], commits ? second.Head : null, Sentence, after);
        await ExpectStreamAsync(Stream("goes"), commits ? [] : goes.Entries, commits ? null : goes.Head, Sentence, after);
        await ExpectStreamAsync(Stream("forgets"), commits ? forgets.Entries.Select(entry => entry with { Details = null }).ToValueList() : forgets.Entries, forgets.Head, Sentence, after);
        await using var other = await Fixture.OpenAsync(Token);
        Promise.IsEqual(commits ? content : null, await other.Store.ReadContentAsync(content.Digest, Token), Sentence, $"ReadContentAsync after {after}");
        Promise.IsEqual(commits ? 1 : 0, (await other.Subjects.FindBySubjectAsync([person], Token)).Count, Sentence, $"FindBySubjectAsync after {after}: how many");
        var another = LeaseRequest.Take(request.Name, Guid.NewGuid(), LedgerSamples.Start, NodaTime.Duration.FromMinutes(1));
        Promise.IsEqual(!commits, await other.Store.LeaseAsync(another, Token) is not null, Sentence, $"LeaseAsync after {after}: whether it is free");
    }

    /// <summary>Nobody sees half of what is going on.</summary>
    [Fact]
    public async Task Others_see_a_transaction_when_it_is_committed()
    {
        const string Sentence = "What is written in a transaction of the host is not seen by others before it is committed.";
        SkipWithoutTransactions();
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var looking = LookAsync();
        var append = LedgerSamples.Append(Stream());
        await Session.InTransactionAsync(
            async () =>
            {
                await AppendAsync(append);
                written.SetResult();
                await seen.Task;
            },
            commits: true,
            Token);

        Promise.IsEqual("no head, nothing", await looking, Sentence, "FindHeadsAsync and ReadStreamAsync by another, before the commit");
        await ExpectStreamAsync(Stream(), append.Entries, append.Head, Sentence, "the commit");

        // Begun before the transaction, so that it is in none.
        async Task<string> LookAsync()
        {
            await using var other = await Fixture.OpenAsync(Token);
            await written.Task;
            try
            {
                var head = await HeadOfAsync(other.Store, Stream());
                return $"{LedgerWords.Of(head)}, {LedgerWords.Of(await other.Store.ReadStreamAsync(Stream(), 0, Token).ToListAsync(Token))}";
            }
            finally
            {
                seen.SetResult();
            }
        }
    }

    /// <summary>A refusal is an answer; what the host does with it is its own business.</summary>
    [Fact]
    public async Task A_refusal_leaves_the_host_s_transaction_usable()
    {
        const string Sentence = "After a refusal the host goes on in its transaction, and commits what else it wrote.";
        SkipWithoutTransactions();
        var known = LedgerSamples.Append(Stream("known"));
        await AppendAsync(known);
        var (before, after) = (LedgerSamples.Append(Stream("before")), LedgerSamples.Append(Stream("after")));
        var taken = LedgerSamples.Entry(Stream("new"), 1) with { Id = known.Entries[0].Id };
        await Session.InTransactionAsync(
            async () =>
            {
                await ExpectAppendedAsync(Sentence, "AppendAsync", before);
                await ExpectAsync(new AppendResult.Conflict([Stream("known")]), AppendBatch.Of([LedgerSamples.Append(Stream("known")), LedgerSamples.Append(Stream("new"))]), Sentence, "AppendAsync that is stale");
                await Promise.ThrowsAsync<LedgerException>(async () => await AppendAsync(LedgerSamples.Append(taken)), Sentence, "AppendAsync with an id that is taken");
                await ExpectAsync(new AppendResult.LeaseLost(), AppendBatch.Of([LedgerSamples.Append(Stream("new"))], under: new LeaseFence(LedgerSamples.NewLease(), 1)), Sentence, "AppendAsync under a lease that does not exist");
                await ExpectAppendedAsync(Sentence, "AppendAsync", after);
            },
            commits: true,
            Token);

        await ExpectStreamAsync(Stream("before"), before.Entries, before.Head, Sentence, "the commit");
        await ExpectStreamAsync(Stream("after"), after.Entries, after.Head, Sentence, "the commit");
        await ExpectStreamAsync(Stream("new"), [], null, Sentence, "the commit");
    }

    /// <summary>Between the look at a lease and the commit nobody slips in.</summary>
    [Fact]
    public async Task Who_takes_a_lease_sees_what_was_done_under_it()
    {
        const string Sentence = "Until a batch under a lease is committed nobody can take that lease, so who takes it sees what was done under it.";
        SkipWithoutTransactions();
        for (var round = 0; round < Rounds; round++)
        {
            var (name, stream) = (LedgerSamples.NewLease(), Stream($"round-{round}"));
            var lease = (await Store.LeaseAsync(LeaseRequest.Take(name, Guid.NewGuid(), LedgerSamples.Start, NodaTime.Duration.Zero), Token))!;
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var taking = TakeAsync(name, stream, begun.Task);
            AppendResult? result = null;
            await Session.InTransactionAsync(
                async () =>
                {
                    begun.SetResult();
                    result = await Store.AppendAsync(AppendBatch.Of([LedgerSamples.Append(stream)], under: lease.Fence), Token);
                    await Task.Yield();
                },
                commits: true,
                Token);

            var seen = await taking;
            Promise.IsEqual(result is AppendResult.Appended ? 1 : 0, seen, Sentence, $"LeaseAsync by another during AppendAsync under the lease, which ended as {LedgerWords.Of(result!)}: how many entries the new holder saw");
        }
    }

    private async Task<int> TakeAsync(LeaseName name, StreamId stream, Task begun)
    {
        await using var other = await Fixture.OpenAsync(Token);
        await begun;
        await other.Store.LeaseAsync(LeaseRequest.Take(name, Guid.NewGuid(), LedgerSamples.Start, NodaTime.Duration.FromMinutes(1)), Token);
        return await other.Store.ReadStreamAsync(stream, 0, Token).CountAsync(Token);
    }

    private void SkipWithoutTransactions()
    {
        if (Fixture.WhyNoTransactions is { } reason)
        {
            throw Xunit.Sdk.SkipException.ForSkip($"The ledger joins no transaction of a host: {reason}");
        }
    }
}
