using GdprKit.Ledger;
using NodaTime;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>Work that one does at a time.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LedgerLeaseSuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture
{
    /// <summary>Tests the ledger of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LedgerLeaseSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private static readonly Duration Minute = Duration.FromMinutes(1);

    private readonly LeaseName _name = LedgerSamples.NewLease();

    /// <summary>Who holds a lease is alone until it expires.</summary>
    [Fact]
    public async Task A_lease_has_one_holder()
    {
        const string Sentence = "Who asks for a lease gets it when it is free or has expired, and nothing otherwise.";
        var lease = await ExpectAsync(LeaseRequest.Take(_name, Guid.NewGuid(), LedgerSamples.Start, Minute), null, Sentence, "LeaseAsync of a free lease, for a minute");
        await ExpectAsync(LeaseRequest.Take(_name, Guid.NewGuid(), LedgerSamples.Start + Minute - LedgerTime.Step, Minute), lease, Sentence, "LeaseAsync by another, a microsecond before it expires");
        await ExpectAsync(LeaseRequest.Take(_name, lease!.Holder, LedgerSamples.Start, Minute), lease, Sentence, "LeaseAsync by the holder, who has it already");
        await ExpectAsync(LeaseRequest.Take(LedgerSamples.NewLease(), Guid.NewGuid(), LedgerSamples.Start, Minute), null, Sentence, "LeaseAsync of another lease, meanwhile");
        var renewed = await ExpectAsync(LeaseRequest.Renew(lease, LedgerSamples.Start + Minute, Minute), lease, Sentence, "LeaseAsync by the holder, for a minute more");
        await ExpectAsync(LeaseRequest.Take(_name, Guid.NewGuid(), LedgerSamples.Start + Minute, Minute), renewed, Sentence, "LeaseAsync by another when the first minute is over");
        await ExpectAsync(LeaseRequest.Take(_name, Guid.NewGuid(), LedgerSamples.Start + (2 * Minute), Minute), renewed, Sentence, "LeaseAsync by another when the second minute is over");
    }

    /// <summary>Who lost the answer asks for it once more.</summary>
    [Fact]
    public async Task A_request_for_a_lease_that_is_sent_again_gets_what_it_got()
    {
        const string Sentence = "A request that got the lease gets it again as it stands, with the same number; another request of the same holder gets nothing.";
        var request = LeaseRequest.Take(_name, Guid.NewGuid(), LedgerSamples.Start, Minute);
        var lease = await ExpectAsync(request, null, Sentence, "LeaseAsync of a free lease");
        await ExpectAsync(request, lease, Sentence, "LeaseAsync of the same request");
        await ExpectAsync(LeaseRequest.Take(_name, lease!.Holder, LedgerSamples.Start, Minute), lease, Sentence, "LeaseAsync of another request of the same holder");
        var renewed = await ExpectAsync(LeaseRequest.Renew(lease, LedgerSamples.Start + Minute, Minute, [1]), lease, Sentence, "LeaseAsync that renews it");
        await ExpectAsync(request, renewed, Sentence, "LeaseAsync of the first request, after the renewal");
        var second = await ExpectAsync(LeaseRequest.Take(_name, Guid.NewGuid(), LedgerSamples.Start + (2 * Minute), Minute), renewed, Sentence, "LeaseAsync by another, later");
        await ExpectAsync(request, second, Sentence, "LeaseAsync of the first request, when another has the lease");
    }

    /// <summary>Who was away too long finds out.</summary>
    [Fact]
    public async Task A_lost_lease_cannot_be_renewed()
    {
        const string Sentence = "A lease that somebody else took has a higher number, and cannot be renewed with the old one.";
        var first = await ExpectAsync(LeaseRequest.Take(_name, Guid.NewGuid(), LedgerSamples.Start, Minute), null, Sentence, "LeaseAsync");
        var second = await ExpectAsync(LeaseRequest.Take(_name, Guid.NewGuid(), LedgerSamples.Start + Minute, Minute), first, Sentence, "LeaseAsync by another, later");
        await ExpectAsync(LeaseRequest.Renew(first!, LedgerSamples.Start + Minute, Minute, [1]), second, Sentence, "LeaseAsync: the first renews");
        await ExpectAsync(LeaseRequest.Renew(first! with { Holder = second!.Holder }, LedgerSamples.Start + Minute, Minute, [1]), second, Sentence, "LeaseAsync: the second renews with the number of the first");
        await ExpectAsync(LeaseRequest.Renew(second with { Fence = new LeaseFence(LedgerSamples.NewLease(), 1) }, LedgerSamples.Start, Minute), null, Sentence, "LeaseAsync: a lease that nobody took is renewed");
        await ExpectAsync(LeaseRequest.Renew(second, LedgerSamples.Start + (9 * Minute), Minute, [2]), second, Sentence, "LeaseAsync: the second renews, late, when nobody took it");
    }

    /// <summary>Who takes over goes on where the other one stopped.</summary>
    [Fact]
    public async Task Progress_passes_to_the_next_holder()
    {
        const string Sentence = "The next holder finds the progress that was stored last.";
        var first = await ExpectAsync(LeaseRequest.Take(_name, Guid.NewGuid(), LedgerSamples.Start, Minute), null, Sentence, "LeaseAsync");
        var worked = await ExpectAsync(LeaseRequest.Renew(first!, LedgerSamples.Start, Minute, [.. "row é 7"u8]), first, Sentence, "LeaseAsync with progress");
        worked = await ExpectAsync(LeaseRequest.Renew(worked!, LedgerSamples.Start, Minute), worked, Sentence, "LeaseAsync that leaves the progress");
        var second = await ExpectAsync(LeaseRequest.Take(_name, Guid.NewGuid(), LedgerSamples.Start + Minute, Minute), worked, Sentence, "LeaseAsync by another, later");
        var released = await ExpectAsync(LeaseRequest.Release(second!, LedgerSamples.Start + Minute), second, Sentence, "LeaseAsync that gives it back, with no progress left");
        await ExpectAsync(LeaseRequest.Take(_name, Guid.NewGuid(), LedgerSamples.Start + Minute, Minute), released, Sentence, "LeaseAsync of what was given back");
    }

    /// <summary>Instances have clocks of their own.</summary>
    [Fact]
    public async Task Clocks_that_differ_neither_keep_nor_shorten_a_lease()
    {
        const string Sentence = "What was given back is free by every clock, and a renewal by a clock that is behind takes no time away.";
        var lease = await ExpectAsync(LeaseRequest.Take(_name, Guid.NewGuid(), LedgerSamples.Start + (9 * Minute), Minute), null, Sentence, "LeaseAsync by a clock that is nine minutes ahead");
        var renewed = await ExpectAsync(LeaseRequest.Renew(lease!, LedgerSamples.Start, Minute, [1]), lease, Sentence, "LeaseAsync: renewed by a clock that is nine minutes behind");
        var released = await ExpectAsync(LeaseRequest.Release(renewed!, LedgerSamples.Start + (9 * Minute)), renewed, Sentence, "LeaseAsync: given back by a clock that is nine minutes ahead");
        await ExpectAsync(LeaseRequest.Take(_name, Guid.NewGuid(), LedgerSamples.Start, Minute), released, Sentence, "LeaseAsync by another, whose clock is behind");
    }

    /// <summary>A clock that was ahead for a while keeps nobody from the work until it is that late.</summary>
    [Fact]
    public async Task A_lease_that_ends_too_late_to_be_believed_is_free()
    {
        const string Sentence = "A lease that ends later than any that is taken now is free, and nothing that ends earlier is.";
        var ahead = LedgerSamples.Start + Duration.FromDays(1);
        var request = LeaseRequest.Take(_name, Guid.NewGuid(), ahead, Minute);
        var lease = await ExpectAsync(request, null, Sentence, "LeaseAsync by a clock that is ahead");
        var behind = ahead + Minute - (request.BelievedUntil - request.Now);
        await ExpectAsync(LeaseRequest.Take(_name, Guid.NewGuid(), behind, Minute), lease, Sentence, "LeaseAsync by another, by whose clock the end is just believed");
        var renewed = await ExpectAsync(LeaseRequest.Renew(lease!, ahead + Duration.FromDays(1), Minute, [1]), lease, Sentence, "LeaseAsync by the holder, a day later");
        await ExpectAsync(request, renewed, Sentence, "LeaseAsync of the first request, whose answer was lost");
        var released = await ExpectAsync(LeaseRequest.Release(renewed!, ahead), renewed, Sentence, "LeaseAsync that gives it back");

        var again = await ExpectAsync(LeaseRequest.Take(_name, Guid.NewGuid(), ahead, Minute), released, Sentence, "LeaseAsync by a clock that is ahead");
        var second = await ExpectAsync(LeaseRequest.Take(_name, Guid.NewGuid(), behind - LedgerTime.Step, Minute), again, Sentence, "LeaseAsync by another, by whose clock the end is a microsecond too late");
        await ExpectAsync(LeaseRequest.Renew(again!, ahead, Minute, [1]), second, Sentence, "LeaseAsync: who had it renews");
    }

    /// <summary>Who wakes up after losing the lease does no harm.</summary>
    [Fact]
    public async Task A_batch_under_a_lost_lease_writes_nothing()
    {
        const string Sentence = "A batch is written under the lease that stands, and under no other.";
        var first = (await Store.LeaseAsync(LeaseRequest.Take(_name, Guid.NewGuid(), LedgerSamples.Start, Minute), Token))!;
        var append = LedgerSamples.Append(Stream());
        await ExpectAsync(new AppendResult.Appended(), AppendBatch.Of([append], under: first.Fence), Sentence, "AppendAsync under the lease that stands");
        var second = (await Store.LeaseAsync(LeaseRequest.Take(_name, Guid.NewGuid(), LedgerSamples.Start + Minute, Minute), Token))!;

        await ExpectAsync(new AppendResult.LeaseLost(), AppendBatch.Of([LedgerSamples.Append(Stream(), 1)], under: first.Fence), Sentence, "AppendAsync under the lease that was taken over");
        await ExpectAsync(new AppendResult.LeaseLost(), AppendBatch.Of([LedgerSamples.Append(Stream(), 1)], under: new LeaseFence(LedgerSamples.NewLease(), 1)), Sentence, "AppendAsync under a lease that does not exist");
        await ExpectStreamAsync(Stream(), append.Entries, append.Head, Sentence, "two refusals");

        var next = LedgerSamples.Append(Stream(), 1);
        await ExpectAsync(new AppendResult.Appended(), AppendBatch.Of([next], under: second.Fence), Sentence, "AppendAsync under the new lease");
        await ExpectStreamAsync(Stream(), [.. append.Entries, .. next.Entries], next.Head, Sentence, "an append under the new lease");
    }

    /// <summary>Asks, and compares the answer with that of the rule.</summary>
    private async Task<Lease?> ExpectAsync(LeaseRequest request, Lease? standing, string sentence, string asked, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        var promised = request.Apply(standing);
        var happened = await Store.LeaseAsync(request, Token);
        Promise.IsEqual(LedgerWords.Of(promised), LedgerWords.Of(happened), sentence, asked, name);
        Promise.Holds(promised == happened, sentence, asked, "a lease that is equal in every part", "a lease that looks alike and differs", name);
        return happened;
    }
}
