using GdprKit.InMemory;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>What somebody broke beside the ledger stops no more of the order than it must, and ends nowhere in a loop.</summary>
public abstract class OrderDamageTests : LedgerHostTests
{
    private InMemoryLedgerMirror Mirror { get; } = new();

    private LedgerSequencer Sequencer => new(Store, Log, new EndingClock(Host.Clock), Mirror);

    private ILedgerLog Log => new EntityFrameworkCoreLedgerLog(Context);

    private LedgerVerification Verification => new(Store, Log, [Subscription.Fold], Host.Clock, Mirror);

    [Fact]
    public async Task Who_waits_for_an_entry_that_waits_no_more_and_has_no_position_is_refused()
    {
        var appended = await AppendAsync(3);
        await ChangeAsync("DELETE FROM gdpr_unordered_entry WHERE number = (SELECT number FROM gdpr_unordered_entry ORDER BY number LIMIT 1 OFFSET 1)");

        var waiting = async () => await Sequencer.EnsureMirroredAsync([appended[1]], Token);

        (await waiting.Should().ThrowAsync<LedgerException>()).WithMessage($"GDPR3121: The entry {appended[1]} *Verify*");
        await Sequencer.EnsureMirroredAsync([appended[0], appended[2]], Token);
    }

    [Fact]
    public async Task Who_waits_for_an_entry_whose_position_was_moved_beyond_the_order_is_refused()
    {
        var appended = await AppendAsync(3);
        await new LedgerSequencer(Store, Log, Host.Clock).PumpAsync(Token);
        await ChangeAsync("UPDATE gdpr_order SET position = 1000 WHERE position = 2");
        await ChangeAsync("UPDATE gdpr_tip SET mirrored_size = 3");
        await Mirror.AppendAsync(MirrorBatch.After(new MirrorTip { Ledger = (await Log.ReadTipAsync(Token))!.Ledger, Tree = MerkleTree.Empty }, await AsOrderedAsync(appended), []), Token);

        var waiting = async () => await Sequencer.EnsureMirroredAsync([appended[2]], Token);

        (await waiting.Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3122: *position 1000 *");
    }

    [Fact]
    public async Task A_node_that_was_put_there_ahead_is_named_and_stops_nothing()
    {
        await AppendAsync(3);
        await Sequencer.PumpAsync(Token);
        var wrong = new byte[Digest.ByteCount];
        await Context.Database.ExecuteSqlAsync($"INSERT INTO gdpr_tree_node (level, place, hash) VALUES (8, 0, {wrong}), (8, 5, {wrong}), (7, 0, {wrong}), (56, -1, {wrong})", Token);

        var report = await Verification.VerifyAsync(cancellationToken: Token);
        report.Findings.Should().OnlyContain(finding => finding.Fault == VerificationFault.NodeChanged);
        report.Findings.Select(finding => finding.Position).Should().Equal(0, 0, 1280, null);

        await AppendAsync(300);
        (await Sequencer.PumpAsync(Token)).Ordered.Should().Be(300);
        await ChangeAsync("DELETE FROM gdpr_tree_node WHERE place <> 0 OR level <> 8");
        (await Verification.VerifyAsync(cancellationToken: Token)).Findings.Should().BeEmpty("the node was written over when the order came there");
    }

    [Theory]
    [InlineData("INSERT INTO gdpr_unordered_entry (entry_id) SELECT entry_id FROM gdpr_unordered_entry")]
    [InlineData("INSERT INTO gdpr_unordered_entry (entry_id) SELECT entry_id FROM gdpr_order")]
    [InlineData("UPDATE gdpr_order SET position = 2 WHERE position = 0")]
    public async Task What_stands_in_the_way_of_positions_is_told_as_that(string damage)
    {
        await AppendAsync(2);
        await Sequencer.PumpAsync(Token);
        await AppendAsync(1);
        await ChangeAsync(damage);

        var pumping = async () => await Sequencer.PumpAsync(Token);

        (await pumping.Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3127: *Verify*");
        (await Log.ReadTipAsync(Token))!.Tree.Size.Should().Be(2);
        (await Verification.VerifyAsync(cancellationToken: Token)).IsSound.Should().BeFalse();
    }

    [Fact]
    public async Task An_entry_that_is_missing_is_named_and_those_before_it_are_put_in_order_and_mirrored()
    {
        var appended = await AppendAsync(7);
        await Context.Database.ExecuteSqlAsync($"DELETE FROM gdpr_entry WHERE entry_id = {StoredBytes.Of(appended[5])}", Token);

        var pumping = async () => await Sequencer.PumpAsync(Token);
        (await pumping.Should().ThrowAsync<LedgerException>()).WithMessage($"GDPR3121: The entry {appended[5]} *");

        (await Log.ReadLogAsync(0, 10, Token)).Select(entry => entry.Id).Should().Equal(appended.Take(5));
        (await Mirror.ReadTipAsync(Token))!.Tree.Size.Should().Be(5);
        await Sequencer.EnsureMirroredAsync([.. appended.Take(5)], Token);
        var waiting = async () => await Sequencer.EnsureMirroredAsync([appended[6]], Token);
        (await waiting.Should().ThrowAsync<LedgerException>()).WithMessage($"GDPR3121: The entry {appended[5]} *");
        (await Verification.VerifyAsync(cancellationToken: Token)).Findings.Should().Contain(finding => finding.Fault == VerificationFault.PendingMissing && finding.Entry == appended[5]);

        await Context.Database.ExecuteSqlAsync($"DELETE FROM gdpr_unordered_entry WHERE entry_id = {StoredBytes.Of(appended[5])}", Token);
        await Sequencer.EnsureMirroredAsync([appended[6]], Token);
    }

    [Fact]
    public async Task Who_waits_for_entries_before_one_that_is_missing_is_not_refused_because_of_it()
    {
        var appended = await AppendAsync(3);
        await Context.Database.ExecuteSqlAsync($"DELETE FROM gdpr_entry WHERE entry_id = {StoredBytes.Of(appended[2])}", Token);

        await Sequencer.EnsureMirroredAsync([appended[0], appended[1]], Token);

        (await Mirror.ReadTipAsync(Token))!.Tree.Size.Should().Be(2);
    }

    [Fact]
    public async Task What_stands_before_an_entry_that_was_changed_after_it_was_put_in_order_comes_to_the_mirror()
    {
        var appended = await AppendAsync(5);
        await new LedgerSequencer(Store, Log, Host.Clock).PumpAsync(Token);
        await Context.Database.ExecuteSqlAsync($"UPDATE gdpr_entry SET recorded_at = recorded_at + 1 WHERE entry_id = {StoredBytes.Of(appended[3])}", Token);

        await Sequencer.EnsureMirroredAsync([.. appended.Take(3)], Token);
        var waiting = async () => await Sequencer.EnsureMirroredAsync([appended[3]], Token);

        (await waiting.Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3122: *position 3 *");
        (await Mirror.ReadTipAsync(Token))!.Tree.Size.Should().Be(3);
    }

    private Task ChangeAsync(string damage) => Context.Database.ExecuteSqlRawAsync(damage, Token);

    private async Task<ValueList<OrderedEntry>> AsOrderedAsync(ValueList<EntryId> entries)
    {
        var stored = (await Store.ReadLatestAsync(null, entries.Count, Token)).ToDictionary(entry => entry.Id);
        return entries.Select((id, position) => new OrderedEntry { Position = position, Id = id, Hash = stored[id].Hash, Entry = stored[id] }).ToValueList();
    }

    /// <summary>Appends entries, each to a stream of its own.</summary>
    private async Task<ValueList<EntryId>> AppendAsync(int count)
    {
        var ids = new List<EntryId>();
        for (var i = 0; i < count; i++)
        {
            var stream = Subscription.StreamOf(SubjectRef.New());
            await Streams.AppendAsync<Subscription>(stream, null, _ => [Subscription.Start()], Token);
            await foreach (var entry in Store.ReadStreamAsync(stream, 0, Token))
            {
                ids.Add(entry.Id);
            }
        }

        return ids.ToValueList();
    }

    // Who goes on for ever looks at it again and again.
    private sealed class EndingClock(IClock clock) : IClock
    {
        private int _left = 1_000;

        public Instant GetCurrentInstant() => _left-- > 0 ? clock.GetCurrentInstant() : throw new InvalidOperationException("Nobody asks for the time so often who comes to an end.");
    }
}
