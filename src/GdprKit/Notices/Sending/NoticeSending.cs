using GdprKit.Ledger;
using GdprKit.Notices;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Tells people of a version by mail: everybody whose data are held and who was not told yet, whatever their marketing choices. Call it from a
/// worker, again and again; each call does what can be done now and says when there is more.
/// </summary>
/// <remarks>
/// <para>
/// Every person gets one mail for a material version, through crashes and beside other instances: one of them sends at a time, under a lease; a delivery is
/// claimed before its mail is handed over and recorded after. Where a sender is killed between the two nobody knows whether the mail went, and it goes
/// again with the same Message-ID.
/// </para>
/// <para>
/// What fails for one person, such as a template or an address that cannot be read, is that person's obstacle: it is tried again and given up in the end,
/// and the others are told. What fails for everybody stops the sending instead, and makes nobody unreachable.
/// </para>
/// <para>
/// Who signed up under the version, or has read it, is not asked. Who comes while it runs is told too. Who leaves is not. Memory does not grow with the
/// number of people. Call it outside of a transaction. Of the life of its store, and as safe for use by several threads as that is.
/// </para>
/// </remarks>
public sealed class NoticeSending
{
    private const int MailsPerConnection = 8;

    private readonly SendingAccess _access;
    private readonly NoticeMailOptions _options;
    private readonly IClock _clock;
    private readonly ILogger<NoticeSending>? _logger;
    private readonly Guid _holder = Guid.NewGuid();

#pragma warning disable RS0030 // Only waiting for a server is done by it, which no time of the application makes faster.
    /// <summary>By which time it waits for a server; a test takes another.</summary>
    internal TimeProvider Time { get; set; } = TimeProvider.System;
#pragma warning restore RS0030

    internal NoticeSending(SendingAccess access, NoticeMailOptions options, IClock clock, ILogger<NoticeSending>? logger) => (_access, _options, _clock, _logger) = (access, options, clock, logger);

    /// <summary>Sends what can be sent now.</summary>
    /// <param name="version">The version; its text is that of the latest one that corrects it.</param>
    /// <param name="progress">Told after every few mails how far it has come; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work: no mail is begun; those that are being handed over have 20 seconds, what went is recorded, and the next call goes on there.</param>
    /// <exception cref="LedgerException">GDPR3135 to GDPR3137, GDPR3140: the database is an older copy that was restored, which does not know who was told since.</exception>
    /// <returns>What came of it. Nothing is sent for a version whose campaign does not run, or after which a material one was published.</returns>
    public async ValueTask<NoticeSendingResult> SendAsync(NoticeVersion version, IProgress<NoticeSendingResult>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        await _access.Guard.RequireAsync(cancellationToken).ConfigureAwait(false);
        var result = new NoticeSendingResult();
        if (await FindTextAsync(version, cancellationToken).ConfigureAwait(false) is not { } text || await FindTermsAsync(version, cancellationToken).ConfigureAwait(false) is not { } terms)
        {
            return result;
        }

        var name = LeaseName.Parse($"notice.send.v{version.TellsOf.ToString()[..16]}");
        if (await _access.Store.LeaseAsync(LeaseRequest.Take(name, _holder, _clock.GetCurrentInstant(), SendingRun.Held), cancellationToken).ConfigureAwait(false) is not { } lease)
        {
            return result with { IsElsewhere = true, NextAt = _clock.GetCurrentInstant() + SendingRun.Pause };
        }

        var kept = SendingProgress.Read(terms.MailsPerHour, lease.Progress, _clock.GetCurrentInstant());
        try
        {
            result = await RunAsync(new SendingRun(_access, _options, text, terms, lease, kept, new SendingLog(_logger), _clock, Time), version, progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await _access.Store.LeaseAsync(LeaseRequest.Release(lease, _clock.GetCurrentInstant(), kept.Write()), CancellationToken.None).ConfigureAwait(false);
        }

        return result;
    }

    /// <summary>Sends a version to an operator who wants to see it. Nothing is recorded, and the links in it name nobody.</summary>
    /// <param name="version">The version.</param>
    /// <param name="address">The operator's mail address.</param>
    /// <param name="language">One of the version's languages.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the mail server said.</returns>
    public ValueTask<MailOutcome> TestAsync(NoticeVersion version, string address, Language language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        return _access.Transport.SendAsync(new NoticeMailWriter(_access.Register, _access.Links, _options).WriteTest(address, version, language), cancellationToken);
    }

    private async ValueTask<NoticeSendingResult> RunAsync(SendingRun run, NoticeVersion version, IProgress<NoticeSendingResult>? progress, CancellationToken cancellationToken)
    {
        var wave = MailsPerConnection * Math.Max(1, _access.Transport.MostAtOnce);
        try
        {
            while (await IsLatestAsync(run.Text, cancellationToken).ConfigureAwait(false) && await FindTermsAsync(version, cancellationToken).ConfigureAwait(false) is not null && await run.NextWaveAsync(wave, cancellationToken).ConfigureAwait(false))
            {
                progress?.Report(run.Result);
            }
        }
        catch (LedgerException refusal) when (refusal.Id == LedgerMessages.LeaseLost)
        {
            return run.Result with { IsElsewhere = true, NextAt = _clock.GetCurrentInstant() + SendingRun.Pause };
        }

        return await IsLatestAsync(run.Text, cancellationToken).ConfigureAwait(false) ? run.Result : run.Result with { NextAt = _clock.GetCurrentInstant() };
    }

    // What was published meanwhile is what the next call sends.
    private async ValueTask<bool> IsLatestAsync(NoticeVersion text, CancellationToken cancellationToken) =>
        (await _access.Streams.LoadAsync<PublishedNotices>(PublishedNotices.StreamOf(text.Audience), cancellationToken).ConfigureAwait(false)).State?.Latest?.Version == text.Digest;

    // The latest text of the same line; nothing when people are to be told of something newer.
    private async ValueTask<NoticeVersion?> FindTextAsync(NoticeVersion version, CancellationToken cancellationToken) =>
        await _access.Versions.ListAsync(version.Audience, cancellationToken).ConfigureAwait(false) is [var latest, ..] && latest.TellsOf == version.TellsOf ? latest : null;

    private async ValueTask<CampaignTerms?> FindTermsAsync(NoticeVersion version, CancellationToken cancellationToken) =>
        await _access.Streams.LoadAsync<NoticeCampaign>(NoticeCampaign.StreamOf(version.TellsOf), cancellationToken).ConfigureAwait(false) is { State: { Status: CampaignStatus.Running, Terms: var terms } }
            ? terms
            : null;
}
