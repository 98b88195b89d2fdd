using GdprKit.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.Decisions;

/// <summary>What every service about the streams of a person needs.</summary>
internal static class PersonStreams
{
    /// <summary>The state of a stream.</summary>
    /// <exception cref="LedgerException">GDPR3103: a newer program wrote to it, so nothing may be concluded.</exception>
    public static async ValueTask<TState> ReadAsync<TState>(LedgerStreams streams, StreamId stream, CancellationToken cancellationToken)
        where TState : class, IStreamState<TState>
    {
        var snapshot = await streams.LoadAsync<TState>(stream, cancellationToken).ConfigureAwait(false);
        return snapshot.RequireState();
    }

    public static Key<ProcessingActivity> Require(Key<ProcessingActivity> activity) => activity.IsDefault
        ? throw new ArgumentException($"{DecisionMessages.ActivityMissing}: an activity is missing: default is no key. Pass the key of an activity that the register declares.", nameof(activity))
        : activity;

    // Of nobody nothing is known, and what is known of nobody must not permit.
    public static SubjectRef Require(SubjectRef subject) => subject.IsNone
        ? throw new ArgumentException($"{DecisionMessages.PersonMissing}: a person is missing: default is nobody. Pass the ref of a link.", nameof(subject))
        : subject;

    /// <summary>When something happened: what is recorded did not happen in the future, but for what clocks may differ by.</summary>
    public static Instant RequirePast(Instant? at, IClock clock)
    {
        var now = LedgerTime.Floor(clock.GetCurrentInstant());
        return at is not { } then ? now
            : SubjectLink.LiesAhead(then, now) ? throw new ArgumentException($"{DecisionMessages.MomentAhead}: what is to be recorded is said to happen in the future. Pass when it happened, or leave it out for now.", nameof(at))
            : LedgerTime.Floor(then);
    }
}
