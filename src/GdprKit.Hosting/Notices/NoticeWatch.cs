using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>What is known of the campaigns that run: for metrics, and for the health check.</summary>
/// <remarks>Safe for use by several threads.</remarks>
internal sealed class NoticeWatch
{
    private readonly ConcurrentDictionary<Digest, WatchedCampaign> _campaigns = [];
    private readonly IClock _clock;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _deferred;
    private readonly Counter<long> _unreachable;
    private ObtainedReport? _obtained;

    public NoticeWatch(GdprKitMeter gdprKit, IClock clock)
    {
        _clock = clock;
        var meter = gdprKit.Meter;
        _sent = meter.CreateCounter<long>(GdprKitMetrics.MailsSent, "{mail}", "Mails about the notice that were handed over.");
        _deferred = meter.CreateCounter<long>(GdprKitMetrics.MailsDeferred, "{mail}", "Mails about the notice that are tried again later.");
        _unreachable = meter.CreateCounter<long>(GdprKitMetrics.PeopleUnreachable, "{person}", "People to whom mails about the notice cannot go.");
        meter.CreateObservableGauge(GdprKitMetrics.People, MeasurePeople, "{person}", "How many people a running campaign has told, as of the last count.");
        meter.CreateObservableGauge(GdprKitMetrics.Obtained, MeasureObtained, "{person}", "People whose data come from somebody else and who are still to be told.");
        meter.CreateObservableGauge(GdprKitMetrics.Standstill, MeasureStandstill, "s", "For how long no mail could go at all.");
    }

    /// <summary>Who must be told because the data come from somebody else, when it was counted last.</summary>
    public ObtainedReport? Obtained { get => Volatile.Read(ref _obtained); set => Volatile.Write(ref _obtained, value); }

    /// <summary>The campaigns in which no mail can go, and since when.</summary>
    public IEnumerable<(NoticeVersion Version, Instant Since)> StandingStill =>
        from campaign in _campaigns.Values
        where campaign.StandsStillSince is not null
        select (campaign.Version, campaign.StandsStillSince!.Value);

    /// <summary>Forgets the others.</summary>
    public void Keep(ValueList<NoticeVersion> running)
    {
        var kept = running.Select(version => version.TellsOf).ToHashSet();
        foreach (var gone in _campaigns.Keys.Where(version => !kept.Contains(version)))
        {
            _campaigns.TryRemove(gone, out _);
        }
    }

    public void Counted(NoticeVersion version, CampaignReport report) => Change(version, campaign => campaign with { Report = report });

    /// <summary>How far a call of the sender has come since it was heard of last.</summary>
    public void Told(NoticeVersion version, NoticeSendingResult before, NoticeSendingResult after)
    {
        var tag = TagOf(version);
        var reminders = after.Reminded - before.Reminded;
        Add(_sent, after.Sent - before.Sent - reminders, tag, new(GdprKitMetrics.Occasion, "notice"));
        Add(_sent, reminders, tag, new(GdprKitMetrics.Occasion, "reminder"));
        Add(_deferred, after.Deferred - before.Deferred, tag);
        Add(_unreachable, after.Unreachable - before.Unreachable, tag);
        if (after.Stalled is not null)
        {
            Change(version, campaign => campaign with { StandsStillSince = campaign.StandsStillSince ?? _clock.GetCurrentInstant() });
        }
        else if (after.Sent > before.Sent)
        {
            Change(version, campaign => campaign with { StandsStillSince = null });
        }
    }

    private static void Add(Counter<long> counter, long number, params ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (number > 0)
        {
            counter.Add(number, tags);
        }
    }

    private static KeyValuePair<string, object?> TagOf(NoticeVersion version) => new(GdprKitMetrics.Version, version.TellsOf.ToString()[..16]);

    private void Change(NoticeVersion version, Func<WatchedCampaign, WatchedCampaign> change) =>
        _campaigns.AddOrUpdate(version.TellsOf, _ => change(new WatchedCampaign(version)), (_, campaign) => change(campaign with { Version = version }));

    private IEnumerable<Measurement<long>> MeasurePeople() =>
        from campaign in _campaigns.Values
        where campaign.Report is not null
        let report = campaign.Report!
        from part in new[]
        {
            ("queued", report.Queued), ("sending", report.Sending), ("sent", report.Sent), ("bounced", report.Bounced), ("unreachable", report.Unreachable), ("acknowledged", report.Acknowledged),
        }
        select new Measurement<long>(part.Item2, TagOf(campaign.Version), new KeyValuePair<string, object?>(GdprKitMetrics.Status, part.Item1));

    private Measurement<long>[] MeasureObtained() => Obtained is not { } report ? [] :
    [
        new Measurement<long>(report.Overdue, new KeyValuePair<string, object?>(GdprKitMetrics.Status, "overdue")),
        new Measurement<long>(report.Untold - report.Overdue, new KeyValuePair<string, object?>(GdprKitMetrics.Status, "untold")),
    ];

    private IEnumerable<Measurement<double>> MeasureStandstill()
    {
        var now = _clock.GetCurrentInstant();
        return from campaign in _campaigns.Values
               select new Measurement<double>(campaign.StandsStillSince is { } since ? (now - since).TotalSeconds : 0, TagOf(campaign.Version));
    }
}
