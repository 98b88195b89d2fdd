using GdprKit.Backups;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Says when what is erased is gone from the last backup too: one interval and the rotation later, over every declared set, and later where backups are kept longer than that. Erased data live on in backups; the letter says until
/// when, and that they are not used till then.
/// </summary>
/// <remarks>
/// That backups are kept longer is recorded by an operator; which there are can be told by the script that makes them, so that a rotation that does not run is noticed. Both are in the host's transaction where there is one. Of the life of its
/// streams, and as safe for use by several threads as they are.
/// </remarks>
/// <param name="register">Declares the sets.</param>
/// <param name="streams">The streams.</param>
/// <param name="clock">The clock.</param>
public sealed class BackupSets(ProcessingRegister register, LedgerStreams streams, IClock clock)
{
    /// <summary>How long a reason can be: 200 characters.</summary>
    public const int LongestReason = 200;

    private LocalDate Today => DayOf(clock.GetCurrentInstant());

    /// <summary>The day on which data that were erased are gone from the last backup at the latest.</summary>
    /// <param name="erasedOn">The day on which they were erased, or their period ended and they went, where the controller is.</param>
    /// <param name="asOf">By what was known when; <see langword="null"/> for now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<BackupForecast> ForecastAsync(LocalDate erasedOn, Instant? asOf = null, CancellationToken cancellationToken = default) =>
        ForecastOf(await LoadAsync(cancellationToken).ConfigureAwait(false), erasedOn, asOf);

    /// <summary>Says how every declared set stands, in the order in which they are declared.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<ValueList<BackupSetStanding>> ListAsync(CancellationToken cancellationToken = default) =>
        (await LoadAsync(cancellationToken).ConfigureAwait(false)).Select(each => new BackupSetStanding
        {
            Schedule = each.Schedule,
            Recorded = each.Recorded,
            GoneBy = GoneBy(each.Schedule, each.Recorded, Today, clock.GetCurrentInstant()),
            OverdueSince = OverdueSince(each.Schedule, each.Recorded),
            LateSince = LateSince(each.Schedule, each.Recorded),
        }).ToValueList();

    /// <summary>Tells which backups of a set there are, as the script does that makes and removes them. Telling the same again is no fault.</summary>
    /// <param name="set">The set.</param>
    /// <param name="made">When each backup that is there was made, in any order; none when there is none.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>How the set stands.</returns>
    /// <exception cref="ArgumentException">GDPR1803: the register declares no such set. GDPR1804: a backup is said to be made in the future.</exception>
    public async ValueTask<BackupSetStanding> ReportAsync(Key<BackupSchedule> set, IEnumerable<Instant> made, CancellationToken cancellationToken = default)
    {
        RequireDeclared(set);
        ArgumentNullException.ThrowIfNull(made);
        var all = made.Select(LedgerTime.Floor).ToList();
        if (all.Exists(at => at > clock.GetCurrentInstant() + Duration.FromMinutes(5)))
        {
            throw BackupRefusals.MadeInFuture();
        }

        var told = new BackupsReported(all.Count == 0 ? null : all.Min(), all.Count == 0 ? null : all.Max(), all.Count);
        await streams.AppendAsync<BackupSet>(BackupSet.StreamOf(set), null, _ => [BackupEntries.Reported.Draft(told)], cancellationToken).ConfigureAwait(false);
        return (await ListAsync(cancellationToken).ConfigureAwait(false)).Single(standing => standing.Schedule.Key == set);
    }

    /// <summary>Records that backups of a set are kept longer than its rotation says: because it failed, was changed, or a copy was set apart. The day that is promised moves.</summary>
    /// <param name="set">The set.</param>
    /// <param name="madeFrom">The day on which the first of these backups was made, where the controller is.</param>
    /// <param name="goneBy">The day on which the last of them is gone at the latest: from today on, at most ten years ahead.</param>
    /// <param name="author">Who records it.</param>
    /// <param name="reason">Why, in words, at most 200 characters.</param>
    /// <param name="id">Its id, so that a form that is sent twice is recorded once; <see langword="null"/> for a new one.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>Its id.</returns>
    /// <remarks>Who was told an earlier day of the erasure of their data is listed by <c>Erasures.ListToldEarlierAsync</c>.</remarks>
    /// <exception cref="ArgumentException">GDPR1803: the register declares no such set. GDPR1805: a day is impossible. GDPR1806: the reason is missing or too long.</exception>
    public async ValueTask<EntryId> DelayAsync(
        Key<BackupSchedule> set, LocalDate madeFrom, LocalDate goneBy, Operator author, string reason, EntryId? id = null, CancellationToken cancellationToken = default)
    {
        RequireDeclared(set);
        ArgumentNullException.ThrowIfNull(author);
        var (from, until) = (madeFrom.WithCalendar(CalendarSystem.Iso), goneBy.WithCalendar(CalendarSystem.Iso));
        if (until < Today || until > Today.PlusYears(10) || from > Today)
        {
            throw BackupRefusals.DayImpossible(Today);
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            throw BackupRefusals.ReasonUnfit();
        }

        var delay = id ?? EntryId.New(clock.GetCurrentInstant());
        var draft = BackupEntries.Delayed.Draft(new BackupsDelayed(from, until, author.Key)) with { Id = delay, Details = EntryDetails.Of((BackupEntries.Reason, reason.Trim())) };
        await streams.AppendAsync<BackupSet>(BackupSet.StreamOf(set), null, _ => [draft], cancellationToken).ConfigureAwait(false);
        return delay;
    }

    /// <summary>Records that backups which were kept longer are gone, before the day that was said.</summary>
    /// <param name="set">The set.</param>
    /// <param name="delay">The id under which it was recorded that they are kept longer.</param>
    /// <param name="author">Who records it.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <exception cref="ArgumentException">GDPR1803: the register declares no such set. GDPR1807: nothing was recorded under this id.</exception>
    public async ValueTask EndDelayAsync(Key<BackupSchedule> set, EntryId delay, Operator author, CancellationToken cancellationToken = default)
    {
        RequireDeclared(set);
        ArgumentNullException.ThrowIfNull(author);
        await streams.AppendAsync<BackupSet>(
            BackupSet.StreamOf(set),
            null,
            state => state.Delays.FirstOrDefault(each => each.Id == delay) is not { } known ? throw BackupRefusals.DelayUnknown()
                : known.EndedAt is not null ? []
                : [BackupEntries.Gone.Draft(new BackupsGone(delay, author.Key))],
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Records what came of a drill with a backup of a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="drill">What came of it.</param>
    /// <param name="author">Who had it done.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <exception cref="ArgumentException">GDPR1803: the register declares no such set.</exception>
    public async ValueTask RecordDrillAsync(Key<BackupSchedule> set, DrillReport drill, Operator author, CancellationToken cancellationToken = default)
    {
        RequireDeclared(set);
        ArgumentNullException.ThrowIfNull(drill);
        ArgumentNullException.ThrowIfNull(author);
        var drilled = BackupEntries.Drilled.Draft(new BackupDrilled(author.Key, drill.Succeeded, drill.Replay.To - drill.Replay.From));
        await streams.AppendAsync<BackupSet>(BackupSet.StreamOf(set), null, _ => [drilled], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is recorded about every declared set, to forecast for many days.</summary>
    internal async ValueTask<ValueList<(BackupSchedule Schedule, BackupSet Recorded)>> LoadAsync(CancellationToken cancellationToken)
    {
        var loaded = await streams.LoadAsync<BackupSet>(register.Backups.Select(schedule => BackupSet.StreamOf(schedule.Key)).ToValueList(), cancellationToken).ConfigureAwait(false);
        return register.Backups.Zip(loaded, (schedule, snapshot) => (schedule, snapshot.RequireState())).ToValueList();
    }

    /// <summary>As <see cref="ForecastAsync"/>, by what was loaded.</summary>
    internal BackupForecast ForecastOf(ValueList<(BackupSchedule Schedule, BackupSet Recorded)> sets, LocalDate erasedOn, Instant? asOf)
    {
        var at = asOf ?? clock.GetCurrentInstant();
        var days = sets.Select(set => (set.Schedule, Day: GoneBy(set.Schedule, set.Recorded, erasedOn, at))).ToList();
        return new BackupForecast(
            days.Count == 0 ? null : days.Max(each => each.Day),
            days.Where(each => each.Day > erasedOn + each.Schedule.GoneAfterAtMost).Select(each => each.Schedule.Key).ToValueList(),
            sets.Where(set => OverdueSince(set.Schedule, set.Recorded) is not null && MayHold(set.Schedule, set.Recorded, erasedOn)).Select(set => set.Schedule.Key).ToValueList(),
            sets.Where(set => IsUntold(set.Schedule, set.Recorded) && MayHold(set.Schedule, set.Recorded, erasedOn)).Select(set => set.Schedule.Key).ToValueList());
    }

    // The backup that holds what was erased may just have been running; every one from before does as well.
    private static LocalDate GoneBy(BackupSchedule schedule, BackupSet recorded, LocalDate erasedOn, Instant at) => recorded.Delays
        .Where(delay => delay.StoodAt(at) && delay.MadeFrom <= erasedOn + schedule.Interval)
        .Select(delay => delay.GoneBy)
        .Append(erasedOn + schedule.GoneAfterAtMost)
        .Max();

    // By what was told, and by every delay that was known then or is now: who records one because of what was told need not wait until it is told again.
    private LocalDate? OverdueSince(BackupSchedule schedule, BackupSet recorded)
    {
        if (recorded is not { Oldest: { } oldest, ReportedAt: { } told })
        {
            return null;
        }

        var made = DayOf(oldest);
        var due = recorded.Delays
            .Where(delay => (delay.StoodAt(told) || delay.StoodAt(clock.GetCurrentInstant())) && delay.MadeFrom <= made)
            .Select(delay => delay.GoneBy)
            .Append(made + schedule.GoneAfterAtMost)
            .Max();
        return due < DayOf(told) ? due.PlusDays(1) : null;
    }

    private LocalDate? LateSince(BackupSchedule schedule, BackupSet recorded) => recorded switch
    {
        { ReportedAt: null } => null,
        { Newest: { } newest } => DayOf(newest) + schedule.Interval + schedule.Interval < Today ? DayOf(newest) + schedule.Interval : null,
        { ReportedAt: { } told } => DayOf(told),
    };

    // Who told once which there are is relied on to go on telling.
    private bool IsUntold(BackupSchedule schedule, BackupSet recorded) => recorded.ReportedAt is { } told && DayOf(told) + schedule.Interval + schedule.Interval < Today;

    // What was gone before the oldest of them was made is in none of them.
    private bool MayHold(BackupSchedule schedule, BackupSet recorded, LocalDate erasedOn) => (recorded.Oldest ?? recorded.ReportedAt) is { } first && DayOf(first) <= erasedOn + schedule.Interval;

    private LocalDate DayOf(Instant instant) => instant.InZone(register.Controller.TimeZone).Date;

    private void RequireDeclared(Key<BackupSchedule> set)
    {
        if (!register.Backups.Contains(set))
        {
            throw BackupRefusals.SetUnknown(set);
        }
    }
}
