using GdprKit.Decisions;
using GdprKit.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit;

/// <summary>Records that data of a person are to be kept and not used, and that this ends (Art. 18). In force for the next decision.</summary>
/// <remarks>
/// Doing again what was done is no fault and records nothing. In the host's transaction where there is one. Of the life of its streams, and
/// as safe for use by several threads as they are.
/// </remarks>
/// <param name="streams">The streams.</param>
/// <param name="subjects">Who is who; a person who has no link gets one.</param>
/// <param name="clock">The clock.</param>
public sealed class Restrictions(LedgerStreams streams, ISubjectDirectory subjects, IClock clock)
{
    /// <summary>Places a restriction. One that stands on another ground stands on both.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="ground">On which ground.</param>
    /// <param name="activity">For which activity; <see langword="null"/> for all of them.</param>
    /// <param name="at">When the person demanded it; <see langword="null"/> for now.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The restriction.</returns>
    /// <exception cref="ArgumentException">GDPR1250: the moment lies ahead. GDPR1251: the activity is missing. GDPR1254: the ground is none of Art. 18(1).</exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<Restriction> PlaceAsync(
        SubjectId subject, RestrictionGround ground, Key<ProcessingActivity>? activity = null, Instant? at = null, CancellationToken cancellationToken = default)
    {
        var placed = new RestrictionPlaced(Require(ground), PersonStreams.RequirePast(at, clock));
        return AppendAsync(subject, activity, state => state.Grounds.Contains(ground) ? [] : [RestrictionEntries.Placed.Draft(placed)], cancellationToken);
    }

    /// <summary>Lifts a restriction, as far as it stands on a ground. It ends with the last of its grounds.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="ground">Which ground has ceased.</param>
    /// <param name="informedAt">When the person was informed that it will be lifted (Art. 18(3)).</param>
    /// <param name="activity">For which activity; <see langword="null"/> for that of all of them.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The restriction.</returns>
    /// <exception cref="ArgumentException">GDPR1250: the person was not informed yet. GDPR1251: the activity is missing. GDPR1254: the ground is none of Art. 18(1).</exception>
    /// <inheritdoc cref="PlaceAsync"/>
    public ValueTask<Restriction> LiftAsync(
        SubjectId subject, RestrictionGround ground, Instant informedAt, Key<ProcessingActivity>? activity = null, CancellationToken cancellationToken = default)
    {
        var lifted = new RestrictionLifted(Require(ground), PersonStreams.RequirePast(informedAt, clock));
        return AppendAsync(subject, activity, state => state.Grounds.Contains(ground) ? [RestrictionEntries.Lifted.Draft(lifted)] : [], cancellationToken);
    }

    /// <summary>Looks up whether data of a person are restricted.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="activity">The activity; <see langword="null"/> for the restriction of all of them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The restriction; <see langword="null"/> when there never was one.</returns>
    /// <exception cref="LedgerException">GDPR3103: a newer program wrote it. GDPR3105 or GDPR3106: it cannot be read.</exception>
    public async ValueTask<Restriction?> FindAsync(SubjectId subject, Key<ProcessingActivity>? activity = null, CancellationToken cancellationToken = default) =>
        await subjects.FindOneAsync(subject, cancellationToken).ConfigureAwait(false) is { } person
            && await PersonStreams.ReadAsync<Restriction>(streams, StreamOf(person, activity), cancellationToken).ConfigureAwait(false) is { Status: not RestrictionStatus.Unknown } restriction
                ? restriction
                : null;

    private static StreamId StreamOf(SubjectRef person, Key<ProcessingActivity>? activity) =>
        activity is { } named ? Restriction.StreamOf(person, PersonStreams.Require(named)) : Restriction.StreamOf(person);

    private static RestrictionGround Require(RestrictionGround ground) => ground is RestrictionGround.Unspecified || !Enum.IsDefined(ground)
        ? throw new ArgumentException($"{DecisionMessages.GroundUnknown}: the ground of a restriction is none of Art. 18(1). Name one of its four.", nameof(ground))
        : ground;

    private async ValueTask<Restriction> AppendAsync(
        SubjectId subject, Key<ProcessingActivity>? activity, Func<Restriction, ValueList<EntryDraft>> decide, CancellationToken cancellationToken)
    {
        var person = await subjects.LinkOneAsync(subject, LedgerTime.Floor(clock.GetCurrentInstant()), cancellationToken).ConfigureAwait(false);
        return (await streams.AppendAsync(StreamOf(person, activity), subject, decide, cancellationToken).ConfigureAwait(false)).State!;
    }
}
