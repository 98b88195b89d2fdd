using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.InMemory.Ledger;

public sealed class SequencerTests : IDisposable
{
    private readonly LedgerWorld _world = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_get_positions_and_come_to_the_mirror()
    {
        var appended = await _world.AppendAsync(300);

        var result = await _world.Sequencer.PumpAsync(Token);

        result.Should().BeEquivalentTo(new { Ordered = 300L, Mirrored = 300L, IsElsewhere = false });
        result.Mirror.State.Should().Be(MirrorState.Level);
        await _world.ShouldBeLevelAsync(appended);
    }

    [Fact]
    public async Task With_nothing_to_do_nothing_is_done()
    {
        (await _world.Sequencer.PumpAsync(Token)).Should().BeEquivalentTo(new { Ordered = 0L, Mirrored = 0L, IsElsewhere = false });
        (await _world.Log.ReadTipAsync(Token)).Should().BeNull();
        (await _world.Mirror.ReadTipAsync(Token)).Should().BeNull();
    }

    [Fact]
    public async Task Without_a_mirror_entries_are_put_in_order_all_the_same()
    {
        await _world.AppendAsync(3);

        var result = await new LedgerSequencer(_world.Store, _world.Log, _world.Clock).PumpAsync(Token);

        (result.Ordered, result.Mirrored, result.Mirror.State).Should().Be((3, 0, MirrorState.NotKept));
    }

    [Fact]
    public async Task A_mirror_that_comes_later_gets_all_there_was()
    {
        var appended = await _world.AppendAsync(3);
        await new LedgerSequencer(_world.Store, _world.Log, _world.Clock).PumpAsync(Token);

        (await _world.Sequencer.PumpAsync(Token)).Mirrored.Should().Be(3);

        await _world.ShouldBeLevelAsync(appended);
    }

    [Fact]
    public async Task Interrupted_at_any_step_the_next_one_finishes_and_nothing_is_lost_or_doubled()
    {
        var appended = new List<EntryId>();
        for (var steps = 0; ; steps++)
        {
            appended.AddRange(await _world.AppendAsync(2));
            var breaking = new Breaking(steps);
            var sequencer = new LedgerSequencer(breaking.Of(_world.Store), breaking.Of(_world.Log), _world.Clock, breaking.Of(_world.Mirror));
            try
            {
                await sequencer.PumpAsync(Token);
            }
            catch (IOException)
            {
            }

            // The lease of the one that was killed runs out.
            _world.Clock.AdvanceMinutes(1);
            await _world.Sequencer.PumpAsync(Token);
            await _world.ShouldBeLevelAsync(appended);
            if (!breaking.IsBroken)
            {
                steps.Should().BeGreaterThan(10, "there are that many steps to be interrupted at");
                return;
            }
        }
    }

    [Fact]
    public async Task Of_several_at_once_one_is_at_it_and_the_others_say_so()
    {
        var appended = new List<EntryId>();
        for (var round = 0; round < 20; round++)
        {
            appended.AddRange(await _world.AppendAsync(5));
            var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await new LedgerSequencer(_world.Store, _world.Log, _world.Clock, _world.Mirror).PumpAsync(Token), Token)));
            results.Sum(result => result.Ordered).Should().Be(5);
        }

        await _world.Sequencer.PumpAsync(Token);
        await _world.ShouldBeLevelAsync(appended);
    }

    [Fact]
    public async Task Somebody_whose_lease_ran_out_writes_nothing_more()
    {
        await _world.AppendAsync(2);
        var breaking = new Breaking(int.MaxValue);
        var log = breaking.Of(_world.Log, beforeCommit: async () =>
        {
            // It was suspended here for an hour, and somebody else did the work.
            _world.Clock.AdvanceHours(1);
            await _world.Sequencer.PumpAsync(Token);
        });

        var result = await new LedgerSequencer(_world.Store, log, _world.Clock, _world.Mirror).PumpAsync(Token);

        (result.Ordered, result.IsElsewhere).Should().Be((0, true));
        (await _world.Log.ReadTipAsync(Token))!.Tree.Size.Should().Be(2);
    }

    [Fact]
    public async Task A_clock_that_goes_back_changes_no_position()
    {
        var appended = await _world.AppendAsync(2);
        await _world.Sequencer.PumpAsync(Token);
        _world.Clock.Advance(-Duration.FromDays(400));
        appended = [.. appended, .. await _world.AppendAsync(2)];
        await _world.Sequencer.PumpAsync(Token);

        (await _world.Log.ReadLogAsync(0, 10, Token)).Select(entry => entry.Id).Should().Equal(appended);
        await _world.ShouldBeLevelAsync(appended);
    }

    [Fact]
    public async Task Who_was_killed_before_the_clock_went_back_a_day_keeps_nobody_from_the_work()
    {
        await _world.Store.LeaseAsync(LeaseRequest.Take(LeaseName.Parse("ledger.order"), Guid.NewGuid(), _world.Clock.GetCurrentInstant(), Duration.FromSeconds(30)), Token);
        _world.Clock.Advance(-Duration.FromDays(1));
        var appended = await _world.AppendAsync(2);

        (await _world.Sequencer.PumpAsync(Token)).Should().BeEquivalentTo(new { Ordered = 2L, IsElsewhere = false });

        await _world.ShouldBeLevelAsync(appended);
    }

    [Fact]
    public async Task Who_waits_for_an_entry_brings_it_to_the_mirror_in_place()
    {
        var appended = await _world.AppendAsync(3);

        await _world.Sequencer.EnsureMirroredAsync([appended[1]], Token);

        await _world.ShouldBeLevelAsync(appended);
    }

    [Fact]
    public async Task Who_waits_for_an_entry_that_nobody_committed_is_refused()
    {
        await _world.AppendAsync(1);
        var waiting = async () => await _world.Sequencer.EnsureMirroredAsync([EntryId.New(_world.Clock.GetCurrentInstant())], Token);

        (await waiting.Should().ThrowAsync<LedgerException>()).Which.Id.Should().Be("GDPR3123");
    }

    [Fact]
    public async Task Who_waits_without_a_mirror_is_refused()
    {
        var appended = await _world.AppendAsync(1);
        var waiting = async () => await new LedgerSequencer(_world.Store, _world.Log, _world.Clock).EnsureMirroredAsync(appended, Token);

        (await waiting.Should().ThrowAsync<LedgerException>()).Which.Id.Should().Be("GDPR3124");
    }

    [Fact]
    public async Task Who_waits_is_refused_while_the_mirror_is_full_and_entries_are_put_in_order_all_the_same()
    {
        var appended = await _world.AppendAsync(2);
        var full = new Breaking(int.MaxValue).Of(_world.Mirror, LedgerException.MirrorFull(new IOException()));
        var sequencer = new LedgerSequencer(_world.Store, _world.Log, _world.Clock, full);
        var waiting = async () => await sequencer.EnsureMirroredAsync(appended, Token);

        (await waiting.Should().ThrowAsync<LedgerException>()).Which.Id.Should().Be("GDPR3141");
        (await sequencer.PumpAsync(Token)).Mirror.State.Should().Be(MirrorState.Full);
        (await _world.Log.ReadTipAsync(Token))!.Tree.Size.Should().Be(2);
        await _world.Sequencer.EnsureMirroredAsync(appended, Token);
    }

    [Fact]
    public async Task A_database_that_fills_up_while_the_mirror_is_written_to_is_not_taken_for_a_mirror_that_is_full()
    {
        await _world.AppendAsync(2);
        var log = new Breaking(int.MaxValue).Of(_world.Log, nameof(ILedgerLog.CommitMirroredAsync), LedgerException.NoRoom(new IOException()));

        var ordering = async () => await new LedgerSequencer(_world.Store, log, _world.Clock, _world.Mirror).PumpAsync(Token);

        (await ordering.Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3107: *disk of the database*");
        (await _world.Sequencer.PumpAsync(Token)).Mirror.State.Should().Be(MirrorState.Level, "there is room again");
    }

    [Fact]
    public async Task Nothing_is_put_in_order_in_a_database_that_lost_what_its_mirror_holds()
    {
        await _world.AppendAsync(3);
        await _world.Sequencer.PumpAsync(Token);
        using var restored = new LedgerWorld();
        var appended = await restored.AppendAsync(1);
        var sequencer = new LedgerSequencer(restored.Store, restored.Log, restored.Clock, _world.Mirror);

        var result = await sequencer.PumpAsync(Token);
        var waiting = async () => await sequencer.EnsureMirroredAsync(appended, Token);

        (result.Ordered, result.Mirror.State).Should().Be((0, MirrorState.Behind));
        (await waiting.Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3135: *0 entries*3*Replay the mirror*");
        (await restored.Log.ReadTipAsync(Token)).Should().BeNull();
    }

    [Fact]
    public async Task The_mirror_of_another_ledger_takes_nothing()
    {
        await _world.AppendAsync(3);
        await _world.Sequencer.PumpAsync(Token);
        using var other = new LedgerWorld();
        await other.AppendAsync(1);
        await new LedgerSequencer(other.Store, other.Log, other.Clock).PumpAsync(Token);

        var result = await new LedgerSequencer(other.Store, other.Log, other.Clock, _world.Mirror).PumpAsync(Token);

        (result.Mirrored, result.Mirror.State).Should().Be((0, MirrorState.Foreign));
        result.Mirror.ToException()!.Id.Should().Be("GDPR3137");
    }

    [Fact]
    public async Task A_mirror_that_lost_what_was_there_is_missing_and_takes_nothing_until_somebody_looks()
    {
        var appended = await _world.AppendAsync(3);
        await _world.Sequencer.PumpAsync(Token);
        var sequencer = new LedgerSequencer(_world.Store, _world.Log, _world.Clock, new InMemoryLedgerMirror());
        await _world.AppendAsync(1);

        var result = await sequencer.PumpAsync(Token);
        var waiting = async () => await sequencer.EnsureMirroredAsync(appended, Token);

        (result.Ordered, result.Mirrored, result.Mirror.State).Should().Be((1, 0, MirrorState.Missing));
        (await waiting.Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3138: *0 entries*3*");
    }

    [Fact]
    public async Task A_mirror_that_is_lost_for_good_is_made_anew_from_the_database_when_somebody_says_so()
    {
        var appended = (await _world.AppendAsync(700)).ToList();
        await _world.Sequencer.PumpAsync(Token);
        var fresh = new InMemoryLedgerMirror();
        var sequencer = new LedgerSequencer(_world.Store, _world.Log, _world.Clock, fresh);
        (await sequencer.PumpAsync(Token)).Mirror.State.Should().Be(MirrorState.Missing);

        var result = await sequencer.RenewMirrorAsync(Token);

        (result.Mirrored, result.Mirror.State).Should().Be((700, MirrorState.Level));
        var tip = await _world.Log.ReadTipAsync(Token);
        ((await fresh.ReadTipAsync(Token))!.Tree, tip!.MirroredSize).Should().Be((tip.Tree, 700));
        appended.AddRange(await _world.AppendAsync(1));
        (await sequencer.RenewMirrorAsync(Token)).Mirrored.Should().Be(1, "what is not missing is only brought up to date");
        (await fresh.ReadAsync(0, 1_000, Token)).Select(entry => entry.Id).Should().BeEquivalentTo(appended);
    }

    [Fact]
    public async Task A_mirror_that_lost_its_end_is_not_written_over()
    {
        await _world.AppendAsync(2);
        await _world.Sequencer.PumpAsync(Token);
        var older = new InMemoryLedgerMirror();
        var held = (await _world.Mirror.ReadTipAsync(Token))!;
        await older.AppendAsync(MirrorBatch.After(held with { Tree = MerkleTree.Empty }, await _world.Mirror.ReadAsync(0, 1, Token), []), Token);

        var renewing = async () => await new LedgerSequencer(_world.Store, _world.Log, _world.Clock, older).RenewMirrorAsync(Token);

        (await renewing.Should().ThrowAsync<LedgerException>()).Which.Id.Should().Be("GDPR3139");
        (await older.ReadTipAsync(Token))!.Tree.Size.Should().Be(1);
        (await _world.Log.ReadTipAsync(Token))!.MirroredSize.Should().Be(2);
    }

    public void Dispose() => _world.Dispose();
}
