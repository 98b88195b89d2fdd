using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit;

/// <summary>
/// The telling of published versions: starts and stops it, and counts who was told. A campaign is opened with a material version
/// (<see cref="NoticeVersions.PublishAsync"/>); <see cref="NoticeSending"/> does the work.
/// </summary>
/// <remarks>Doing again what was done is no fault and records nothing. Of the life of its streams, and as safe for use by several threads as they are.</remarks>
/// <param name="versions">The published versions.</param>
/// <param name="register">Declares who is told by which notice.</param>
/// <param name="streams">The streams of the ledger.</param>
/// <param name="store">Where the ledger is kept.</param>
/// <param name="contacts">The people.</param>
/// <param name="subjects">Who is who; a person who has no link gets one.</param>
/// <param name="clock">The clock.</param>
public sealed partial class NoticeCampaigns(
    NoticeVersions versions, ProcessingRegister register, LedgerStreams streams, ILedgerStore store, IContactSource contacts, ISubjectDirectory subjects, IClock clock)
{
    /// <summary>How the telling of a version stands.</summary>
    /// <param name="version">A version; an editorial one is told of with the one that it corrects.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<NoticeCampaign> FindAsync(NoticeVersion version, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        return (await streams.LoadAsync<NoticeCampaign>(NoticeCampaign.StreamOf(version.TellsOf), cancellationToken).ConfigureAwait(false)).State ?? new();
    }

    /// <summary>Starts telling everybody whose data are held and who was not told yet, and goes on with whoever comes later.</summary>
    /// <param name="version">The version.</param>
    /// <param name="terms">How; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <exception cref="NoticeException">GDPR1310: no campaign was opened for the version, or it cannot go there from where it is. GDPR1311: the terms cannot be so.</exception>
    public ValueTask<NoticeCampaign> StartAsync(NoticeVersion version, CampaignTerms? terms = null, CancellationToken cancellationToken = default)
    {
        var chosen = terms ?? new CampaignTerms();
        return chosen is { MailsPerHour: < 1 } || (chosen.RemindAfter is { } after && register.Controller.After(clock.GetCurrentInstant(), after) <= clock.GetCurrentInstant())
            ? throw NoticeRefusals.TermsImpossible()
            : MoveAsync(version, CampaignStatus.Running, CampaignEntries.Started, chosen, null, [CampaignStatus.Opened], cancellationToken);
    }

    /// <summary>Sends nothing until it is resumed; mails that are being handed over still go.</summary>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <exception cref="NoticeException">GDPR1310: no campaign was opened for the version, or it cannot go there from where it is.</exception>
    public ValueTask<NoticeCampaign> PauseAsync(NoticeVersion version, CancellationToken cancellationToken = default) =>
        MoveAsync(version, CampaignStatus.Paused, CampaignEntries.Paused, null, null, [CampaignStatus.Running], cancellationToken);

    /// <summary>Goes on.</summary>
    /// <inheritdoc cref="PauseAsync"/>
    public ValueTask<NoticeCampaign> ResumeAsync(NoticeVersion version, CancellationToken cancellationToken = default) =>
        MoveAsync(version, CampaignStatus.Running, CampaignEntries.Resumed, null, null, [CampaignStatus.Paused], cancellationToken);

    /// <summary>Ends it for good, before everybody was told. Who was not told still must be: by a later version, or in another way (Art. 13, 14).</summary>
    /// <param name="version">The version.</param>
    /// <param name="reason">Why, in words. Kept as details.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <exception cref="NoticeException">GDPR1310: no campaign was opened for the version. GDPR1311: there is no reason.</exception>
    public ValueTask<NoticeCampaign> StopAsync(NoticeVersion version, string reason, CancellationToken cancellationToken = default) => string.IsNullOrWhiteSpace(reason)
        ? throw NoticeRefusals.TermsImpossible()
        : MoveAsync(
            version, CampaignStatus.Stopped, CampaignEntries.Stopped, null, EntryDetails.Of(("reason", reason)),
            [CampaignStatus.Opened, CampaignStatus.Running, CampaignStatus.Paused], cancellationToken);

    /// <summary>Counts who was told.</summary>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async ValueTask<CampaignReport> ReportAsync(NoticeVersion version, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        var (kind, key) = (NoticeDelivery.Fold.Kind, StreamKey.Of(version.TellsOf));
        var people = await contacts.CountAsync(version.Audience.KindsIn(register), kind, key, cancellationToken).ConfigureAwait(false);
        var heads = await store.CountHeadsAsync(HeadFilter.Of(kind) with { Key = key }, cancellationToken).ConfigureAwait(false);
        return new CampaignReport
        {
            Audience = people.Total,
            Queued = people.Without + Of(NoticeDeliveryStatus.Deferred) + Of(NoticeDeliveryStatus.Unknown) + people.Of(NoticeDelivery.Gone),
            Sending = Of(NoticeDeliveryStatus.Claimed),
            Sent = Of(NoticeDeliveryStatus.Sent) + people.Of(NoticeDelivery.Settled),
            Bounced = Of(NoticeDeliveryStatus.Bounced),
            Unreachable = Of(NoticeDeliveryStatus.Unreachable) + people.Unidentified,
            Unidentified = people.Unidentified,
            Acknowledged = Of(NoticeDeliveryStatus.Acknowledged),
            Left = heads.Sum(each => each.Count) - people.WithHead.Sum(each => each.Count),
        };

        long Of(NoticeDeliveryStatus status) => people.Of(StreamStatus.Of(status));
    }

    /// <summary>The versions that are being told, of every audience: material, running, and with no later material version.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    public async ValueTask<ValueList<NoticeVersion>> FindRunningAsync(CancellationToken cancellationToken = default)
    {
        var running = new List<NoticeVersion>();
        foreach (var audience in NoticeAudience.AllOf(register))
        {
            if (await versions.ListAsync(audience, cancellationToken).ConfigureAwait(false) is [var latest, ..]
                && await FindAsync(latest, cancellationToken).ConfigureAwait(false) is { Status: CampaignStatus.Running })
            {
                running.Add(latest);
            }
        }

        return running.ToValueList();
    }

    private async ValueTask<NoticeCampaign> MoveAsync(
        NoticeVersion version,
        CampaignStatus to,
        EntryType<CampaignStep> type,
        CampaignTerms? terms,
        EntryDetails? details,
        ValueList<CampaignStatus> from,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(version);
        var now = clock.GetCurrentInstant();
        var snapshot = await streams.AppendAsync<NoticeCampaign>(NoticeCampaign.StreamOf(version.TellsOf), null, Decide, cancellationToken).ConfigureAwait(false);
        return snapshot.State!;

        ValueList<EntryDraft> Decide(NoticeCampaign state) => state.Status == to ? []
            : from.Contains(state.Status) ? [type.Draft(new CampaignStep { At = now, Terms = terms ?? state.Terms }) with { Details = details }]
            : throw NoticeRefusals.NotFollowing(state.Status, to);
    }
}
