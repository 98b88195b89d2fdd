namespace GdprKit;

/// <summary>The names of what GdprKit measures (<c>System.Diagnostics.Metrics</c>). No measurement and no tag says anything about a person.</summary>
public static class GdprKitMetrics
{
    /// <summary>The meter: <c>metrics.AddMeter(GdprKitMetrics.MeterName)</c>.</summary>
    public const string MeterName = "GdprKit";

    /// <summary>Rounds of work in the background, a counter in <c>{round}</c>, by <see cref="Work"/> and <see cref="Outcome"/> (<c>done</c>, <c>failed</c>).</summary>
    public const string Rounds = "gdprkit.work.rounds";

    /// <summary>Mails about the notice that were handed over, a counter in <c>{mail}</c>, by <see cref="Version"/> and <see cref="Occasion"/> (<c>notice</c>, <c>reminder</c>).</summary>
    public const string MailsSent = "gdprkit.notice.mails.sent";

    /// <summary>Mails that could not be handed over now and are tried again, a counter in <c>{mail}</c>, by <see cref="Version"/>.</summary>
    public const string MailsDeferred = "gdprkit.notice.mails.deferred";

    /// <summary>People who turned out to be unreachable, a counter in <c>{person}</c>, by <see cref="Version"/>.</summary>
    public const string PeopleUnreachable = "gdprkit.notice.unreachable";

    /// <summary>
    /// How many people a running campaign has told, a gauge in <c>{person}</c>, by <see cref="Version"/> and <see cref="Status"/> (<c>queued</c>,
    /// <c>sending</c>, <c>sent</c>, <c>bounced</c>, <c>unreachable</c>, <c>acknowledged</c>). As of the last count (<see cref="WorkerOptions.CountEvery"/>).
    /// </summary>
    public const string People = "gdprkit.notice.people";

    /// <summary>For how long no mail could go at all, a gauge in <c>s</c>, by <see cref="Version"/>; 0 while mails go.</summary>
    public const string Standstill = "gdprkit.notice.standstill";

    /// <summary>
    /// How many people whose data come from somebody else are still to be told (Art. 14), a gauge in <c>{person}</c>, by <see cref="Status"/>
    /// (<c>overdue</c>, <c>untold</c>: the others). As of the last full hour or so.
    /// </summary>
    public const string Obtained = "gdprkit.notice.obtained";

    /// <summary>
    /// How many legal holds stand, a gauge in <c>{hold}</c>, by <see cref="Status"/> (<c>overdue</c>: their review date has passed; <c>standing</c>: the others). As of
    /// the last full hour or so.
    /// </summary>
    public const string Holds = "gdprkit.retention.holds";

    /// <summary>
    /// How many requests of people are open, a gauge in <c>{request}</c>, by <see cref="Status"/> (<c>overdue</c>: they should have been answered; <c>due-soon</c>: within a week;
    /// <c>waiting</c>: for an answer of the person; <c>open</c>: the others). As of the last full hour or so.
    /// </summary>
    public const string Requests = "gdprkit.requests.open";

    /// <summary>
    /// How many sets of backups are declared, a gauge in <c>{set}</c>, by <see cref="Status"/> (<c>overdue</c>: a backup is there that should be gone; <c>late</c>: none was made in time;
    /// <c>unreported</c>: nobody ever told which there are; <c>sound</c>: the others). As of the last look (<see cref="WorkerOptions.LookEvery"/>).
    /// </summary>
    public const string BackupSets = "gdprkit.backups.sets";

    /// <summary>Entries of the ledger that have no position yet, a gauge in <c>{entry}</c>. As of the last round of <c>ledger.order</c>.</summary>
    public const string LedgerPending = "gdprkit.ledger.pending";

    /// <summary>Entries that have a position and are not in the mirror yet, a gauge in <c>{entry}</c>; where there is no mirror, all of them.</summary>
    public const string MirrorLag = "gdprkit.ledger.mirror.lag";

    /// <summary>1 while the ledger and its mirror fit, 0 while an operator has to do something, a gauge by <see cref="Status"/>: the state, as <c>level</c> or <c>behind</c>.</summary>
    public const string MirrorFit = "gdprkit.ledger.mirror.fit";

    /// <summary>
    /// Records of what GdprKit remembers itself that went because the period had ended that the register declares for them, a counter in <c>{record}</c>, by <see cref="Kind"/>.
    /// </summary>
    public const string RecordsExpired = "gdprkit.ledger.expired";

    /// <summary>The tag that names a work: <c>notice.send</c>, <c>notice.count</c>, <c>notice.duty</c>, <c>ledger.order</c>, <c>ledger.verify</c>, <c>ledger.expire</c>, <c>hold.review</c>, <c>request.review</c>, <c>request.export</c>, <c>erasure.run</c>, <c>retention.run</c>, <c>backup.review</c>, <c>restore.resume</c>.</summary>
    public const string Work = "work";

    /// <summary>The tag that says what came of a round.</summary>
    public const string Outcome = "outcome";

    /// <summary>The tag that names a version of the notice: the first 16 digits of its digest.</summary>
    public const string Version = "version";

    /// <summary>The tag that says why a mail went.</summary>
    public const string Occasion = "occasion";

    /// <summary>The tag that says how far it has come.</summary>
    public const string Status = "status";

    /// <summary>The tag that names a kind of records, as <c>consent</c>.</summary>
    public const string Kind = "kind";
}
