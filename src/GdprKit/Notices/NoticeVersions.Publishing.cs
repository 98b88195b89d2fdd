using System.Text;
using GdprKit.Ledger;
using GdprKit.Notices;
using NodaTime;

namespace GdprKit;

public sealed partial class NoticeVersions
{
    /// <summary>What would be published today, compared with the version published last.</summary>
    /// <param name="audience">For whom; <see langword="null"/> for <see cref="NoticeAudience.Everybody"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="NoticeException">GDPR1031: the register has no notice for these people.</exception>
    public async ValueTask<NoticeProposal> ProposeAsync(NoticeAudience? audience = null, CancellationToken cancellationToken = default)
    {
        var whom = audience ?? NoticeAudience.Everybody;
        var notices = _notices.Register.Languages
            .Select(language => _notices.TryGet(language, whom, out var notice) ? notice : throw NoticeRefusals.NoSuchAudience())
            .OrderBy(notice => notice.Language.Code, StringComparer.Ordinal)
            .ToValueList();
        if (await ListAsync(whom, cancellationToken).ConfigureAwait(false) is not [var before, ..])
        {
            return new NoticeProposal(whom, null, notices, [], isEmpty: false);
        }

        var changes = AudienceChanges.Between(await ReadRegisterAsync(before, cancellationToken).ConfigureAwait(false), _notices.Register, whom);
        var isEmpty = changes.IsEmpty && await SaysTheSameAsync(before, notices, cancellationToken).ConfigureAwait(false);
        return new NoticeProposal(whom, before, notices, changes, isEmpty);
    }

    /// <summary>
    /// Publishes the notice in all its languages, and opens a campaign for a material version (<see cref="NoticeCampaigns"/>). Asked twice it is published
    /// once.
    /// </summary>
    /// <param name="publication">What the operator confirms.</param>
    /// <param name="audience">For whom; <see langword="null"/> for <see cref="NoticeAudience.Everybody"/>.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is published or not.</param>
    /// <returns>The version.</returns>
    /// <exception cref="NoticeException">
    /// GDPR1031: the register has no notice for these people. GDPR1300: it is said neither material nor editorial. GDPR1301: the summary lacks a language.
    /// GDPR1302: the day has passed. GDPR1303: it is not what was confirmed. GDPR1304: there is nothing new. GDPR1305: material declarations are editorial
    /// without a reason. GDPR1306: the first is editorial.
    /// </exception>
    public async ValueTask<NoticeVersion> PublishAsync(NoticePublication publication, NoticeAudience? audience = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var proposal = await ProposeAsync(audience, cancellationToken).ConfigureAwait(false);
        if (proposal.Before is { } last && last.Digest == publication.Version)
        {
            return IsAsConfirmed(last, publication) ? last : throw NoticeRefusals.PublishedOtherwise();
        }

        Require(publication, proposal);
        var now = _clock.GetCurrentInstant();
        var draft = Draft(publication, proposal, EffectiveFrom(publication, proposal.Before, now));
        var changes = new List<StreamChange> { StreamChange.To<PublishedNotices>(PublishedNotices.StreamOf(proposal.Audience), null, Decide) };
        if (publication.Significance is ChangeSignificance.Material)
        {
            changes.Add(StreamChange.To<NoticeCampaign>(NoticeCampaign.StreamOf(proposal.Digest), null, Open));
        }

        await _streams.AppendAsync(changes.ToValueList(), cancellationToken: cancellationToken).ConfigureAwait(false);
        var published = (await ListAsync(proposal.Audience, cancellationToken).ConfigureAwait(false)).First(version => version.Digest == publication.Version);
        return IsAsConfirmed(published, publication) ? published : throw NoticeRefusals.PublishedOtherwise();

        ValueList<EntryDraft> Decide(PublishedNotices state) => state.Latest?.Version switch
        {
            // Who published it a moment ago opened its campaign, or said that nobody is to be told.
            { } latest when latest == publication.Version && (state.Latest.TellsOf == latest) != (publication.Significance is ChangeSignificance.Material) => throw NoticeRefusals.PublishedOtherwise(),
            { } latest when latest == publication.Version => [],
            var latest when latest != proposal.Before?.Digest => throw NoticeRefusals.NotWhatWasSeen(),
            _ => [draft],
        };

        ValueList<EntryDraft> Open(NoticeCampaign state) => state.Status is CampaignStatus.Unknown ? [CampaignEntries.Opened.Draft(new CampaignStep { At = now })] : [];
    }

    // Two operators can confirm the same text, and mean different things by it. What corrects an announced version can hold later than was said.
    private bool IsAsConfirmed(NoticeVersion version, NoticePublication publication)
    {
        var zone = _notices.Register.Controller.TimeZone;
        var (from, published) = (version.EffectiveFrom.InZone(zone).Date, version.PublishedAt.InZone(zone).Date);
        return version.Significance == publication.Significance
            && (publication.Summary is not { } summary || version.Texts.All(text => summary.TryGet(text.Language, out var said) && said == version.Summary[text.Language]))
            && (version.Significance is not ChangeSignificance.Material || (publication.EffectiveOn ?? published) == from);
    }

    private static void Require(NoticePublication publication, NoticeProposal proposal)
    {
        if (publication.Version != proposal.Digest)
        {
            throw NoticeRefusals.NotWhatWasSeen();
        }

        if (proposal.IsEmpty)
        {
            throw NoticeRefusals.NothingNew();
        }

        switch (publication.Significance)
        {
            case ChangeSignificance.Material:
                break;
            case ChangeSignificance.Editorial when proposal.Before is null:
                throw NoticeRefusals.FirstIsMaterial();
            case ChangeSignificance.Editorial when proposal.Significance is not ChangeSignificance.Editorial && string.IsNullOrWhiteSpace(publication.Reason):
                throw NoticeRefusals.ReasonMissing();
            case ChangeSignificance.Editorial:
                break;
            default:
                throw NoticeRefusals.SignificanceMissing();
        }

        var summary = publication.Summary ?? proposal.Summary;
        foreach (var notice in proposal.Notices)
        {
            if (!summary.TryGet(notice.Language, out var text) || string.IsNullOrWhiteSpace(text))
            {
                throw NoticeRefusals.SummaryIncomplete(notice.Language);
            }
        }
    }

    // What corrects an announced version must not make the change that was announced hold earlier.
    private Instant? EffectiveFrom(NoticePublication publication, NoticeVersion? before, Instant now)
    {
        var from = EffectiveFrom(publication.EffectiveOn, now);
        return publication.Significance is ChangeSignificance.Editorial && before?.EffectiveFrom > (from ?? now) ? before.EffectiveFrom : from;
    }

    // Today counts from now on: the first moment of today has passed.
    private Instant? EffectiveFrom(LocalDate? day, Instant now)
    {
        var zone = _notices.Register.Controller.TimeZone;
        var today = now.InZone(zone).Date;
        return day is not { } chosen || chosen == today ? null
            : chosen < today ? throw NoticeRefusals.EffectiveInThePast()
            : chosen.AtStartOfDayInZone(zone).ToInstant();
    }

    private EntryDraft Draft(NoticePublication publication, NoticeProposal proposal, Instant? effectiveFrom)
    {
        var summary = NoticeWords.Write(publication.Summary ?? proposal.Summary);
        var reason = string.IsNullOrWhiteSpace(publication.Reason) ? null : LedgerContent.Of(Encoding.UTF8.GetBytes(publication.Reason));
        var texts = proposal.Texts.ToValueList();
        return NoticeEntries.Published.Draft(new NoticePublished
        {
            Version = proposal.Digest,
            Before = proposal.Before?.Digest,
            Register = _notices.Register.Hash,
            Texts = texts,
            Significance = publication.Significance,
            EffectiveFrom = effectiveFrom,
            Summary = summary.Digest,
            Reason = reason?.Digest,
        }) with
        {
            Content =
            [
                NoticeManifest.Of(proposal.Audience, _notices.Register.Hash, texts, proposal.Before?.Digest),
                LedgerContent.Of(_notices.Register.ToCanonicalJson()),
                summary,
                .. reason is null ? (ReadOnlySpan<LedgerContent>)[] : [reason],
                .. proposal.Notices.Select(notice => LedgerContent.Of(Encoding.UTF8.GetBytes(notice.ToJson()))),
            ],
        };
    }

    // The closing names the register, which can change in what does not concern the audience.
    private async ValueTask<bool> SaysTheSameAsync(NoticeVersion before, ValueList<PrivacyNotice> notices, CancellationToken cancellationToken)
    {
        if (!before.Texts.Select(text => text.Language).SequenceEqual(notices.Select(notice => notice.Language)))
        {
            return false;
        }

        foreach (var notice in notices)
        {
            var published = await ReadTextAsync(before, notice.Language, cancellationToken).ConfigureAwait(false) with { Closing = [], ContentsHeading = null };
            if (published != notice.Document with { Closing = [], ContentsHeading = null })
            {
                return false;
            }
        }

        return true;
    }
}
