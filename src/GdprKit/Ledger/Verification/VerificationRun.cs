namespace GdprKit.Ledger;

/// <summary>
/// The verification of the ledger in a process, one at a time: a page asks for it and shows how far it has come and what came of it, and a worker does it in the background. Who asks
/// while one waits or runs joins it.
/// </summary>
/// <remarks>What came of it is remembered while the process runs, and not shared with other instances. Safe for use by several threads.</remarks>
/// <param name="verification">Verifies.</param>
public sealed class VerificationRun(LedgerVerification verification)
{
    private readonly Lock _turn = new();

    private Task<VerificationReport>? _running;

    private VerificationProgress _progress;

    private VerificationStage _stage;

    private VerificationReport? _last;

    /// <summary>Raised when one is asked for that nobody does yet. The workers of GdprKit.Hosting listen; who else does calls <see cref="RunAsync"/> in the background, and not here.</summary>
    public event EventHandler? Asked;

    /// <summary>How it stands.</summary>
    public VerificationStage Stage
    {
        get
        {
            lock (_turn)
            {
                return _stage;
            }
        }
    }

    /// <summary>How far the one has come that runs; nothing when none does.</summary>
    public VerificationProgress Progress
    {
        get
        {
            lock (_turn)
            {
                return _progress;
            }
        }
    }

    /// <summary>What came of the last one that reached its end; <see langword="null"/> before the first. It stays while the next one runs.</summary>
    public VerificationReport? Last
    {
        get
        {
            lock (_turn)
            {
                return _last;
            }
        }
    }

    /// <summary>Asks for one, and does not wait for it. When one is asked for or runs, that one is it.</summary>
    /// <returns>Whether somebody in this process does it; without workers nobody does, and nothing is asked for.</returns>
    public bool Ask()
    {
        EventHandler? asked;
        lock (_turn)
        {
            asked = Asked;
            if (asked is null || _stage is VerificationStage.Asked or VerificationStage.Running)
            {
                return asked is not null || _stage is VerificationStage.Running;
            }

            _stage = VerificationStage.Asked;
        }

        asked(this, EventArgs.Empty);
        return true;
    }

    /// <summary>Verifies the whole ledger in place, or waits for the one that runs.</summary>
    /// <param name="cancellationToken">Ends the work, or the wait for somebody else's.</param>
    /// <exception cref="LedgerException">The mirror, or what is stored of the ledger, cannot be read at all; it can be asked for again.</exception>
    public async ValueTask<VerificationReport> RunAsync(CancellationToken cancellationToken = default)
    {
        var mine = new TaskCompletionSource<VerificationReport>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<VerificationReport>? others;
        lock (_turn)
        {
            others = _running;
            if (others is null)
            {
                (_running, _stage, _progress) = (mine.Task, VerificationStage.Running, default);
            }
        }

        if (others is not null)
        {
            return await others.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var report = await verification.VerifyAsync(progress: new Watching(this), cancellationToken: cancellationToken).ConfigureAwait(false);
            End(VerificationStage.Unspecified, report);
            mine.SetResult(report);
            return report;
        }
        catch (Exception fault)
        {
            End(VerificationStage.BrokenOff, report: null);
            mine.SetException(fault);
            // Those who joined are told; where nobody did, it is told once, here.
            _ = mine.Task.Exception;
            throw;
        }
    }

    private void End(VerificationStage stage, VerificationReport? report)
    {
        lock (_turn)
        {
            (_running, _stage, _progress, _last) = (null, stage, default, report ?? _last);
        }
    }

    // Not the one of the framework, which tells it on another thread, and so perhaps after the end.
    private sealed class Watching(VerificationRun run) : IProgress<VerificationProgress>
    {
        public void Report(VerificationProgress value)
        {
            lock (run._turn)
            {
                run._progress = value;
            }
        }
    }
}
