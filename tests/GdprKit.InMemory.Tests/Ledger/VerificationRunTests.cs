using GdprKit.Ledger;

namespace GdprKit.InMemory.Ledger;

public sealed class VerificationRunTests : IDisposable
{
    // A verification counts what waits after it has been through the entries.
    private const string Counting = nameof(ILedgerLog.CountPendingAsync);

    private readonly LedgerWorld _world = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_keeps_what_came_of_the_last_one()
    {
        await _world.AppendAsync(3);
        await _world.Sequencer.PumpAsync(Token);
        var run = Run(_world.Log);
        run.Last.Should().BeNull();

        var report = await run.RunAsync(Token);

        run.Last.Should().BeSameAs(report);
        report.Should().BeEquivalentTo(new { Entries = 3L, IsSound = true });
        (run.Stage, run.Progress).Should().Be((VerificationStage.Unspecified, default));
    }

    [Fact]
    public void Who_asks_where_nobody_does_it_is_told_so_and_waits_for_nothing()
    {
        var run = Run(_world.Log);

        run.Ask().Should().BeFalse();

        run.Stage.Should().Be(VerificationStage.Unspecified);
    }

    [Fact]
    public void Who_asks_twice_asks_for_one()
    {
        var (run, asked) = (Run(_world.Log), 0);
        run.Asked += (_, _) => asked++;

        (run.Ask(), run.Ask()).Should().Be((true, true));

        (run.Stage, asked).Should().Be((VerificationStage.Asked, 1));
    }

    [Fact]
    public async Task Who_starts_one_while_one_runs_joins_it_and_sees_how_far_it_is()
    {
        await _world.AppendAsync(3);
        await _world.Sequencer.PumpAsync(Token);
        VerificationRun run = null!;
        var (joined, seen) = (new List<Task<VerificationReport>>(), new List<(VerificationStage, VerificationProgress)>());
        run = Run(LogBetween.Over(_world.Log, name =>
        {
            if (name == Counting)
            {
                seen.Add((run.Stage, run.Progress));
                run.Ask();
                joined.Add(run.RunAsync(Token).AsTask());
            }
        }));
        run.Asked += (_, _) => throw new InvalidOperationException("It is done already.");

        var report = await run.RunAsync(Token);

        joined.Should().NotBeEmpty();
        (await Task.WhenAll(joined)).Should().AllSatisfy(each => each.Should().BeSameAs(report));
        seen[0].Item1.Should().Be(VerificationStage.Running);
        seen[^1].Item2.Should().Be(new VerificationProgress(3, 3));
    }

    [Fact]
    public async Task One_that_breaks_off_says_so_keeps_what_came_before_and_can_be_asked_for_again()
    {
        await _world.AppendAsync(1);
        await _world.Sequencer.PumpAsync(Token);
        var isAway = false;
        var run = Run(LogBetween.Over(_world.Log, name =>
        {
            if (isAway && name == Counting)
            {
                throw new IOException("Interrupted on purpose.");
            }
        }));
        var report = await run.RunAsync(Token);
        isAway = true;

        await run.Awaiting(each => each.RunAsync(Token).AsTask()).Should().ThrowAsync<IOException>();

        (run.Stage, run.Last).Should().Be((VerificationStage.BrokenOff, report));
        isAway = false;
        (await run.RunAsync(Token)).IsSound.Should().BeTrue();
        run.Stage.Should().Be(VerificationStage.Unspecified);
    }

    public void Dispose() => _world.Dispose();

    private VerificationRun Run(ILedgerLog log) => new(new LedgerVerification(_world.Store, log, [Subscription.Fold], _world.Clock, _world.Mirror));
}
