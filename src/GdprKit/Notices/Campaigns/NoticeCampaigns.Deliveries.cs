using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Subjects;

namespace GdprKit;

/// <content>What is learnt about single deliveries after they were sent, or beside the mail.</content>
public sealed partial class NoticeCampaigns
{
    private static readonly ValueList<NoticeObstacle> AboutAddress =
        [NoticeObstacle.NoAddress, NoticeObstacle.AddressMalformed, NoticeObstacle.AddressNotSupported, NoticeObstacle.AddressRefused, NoticeObstacle.AddressUnreadable, NoticeObstacle.TriedInVain];

    /// <summary>Records that the mail to a person came back, as an inbound hook or a mailbox for bounces tells.</summary>
    /// <remarks>Who said to have read it, or was told in another way, stays told; so does who was not sent anything since an earlier bounce.</remarks>
    /// <param name="subject">The person.</param>
    /// <param name="version">The version that the mail was about.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>How it stands with this person and the version.</returns>
    public ValueTask<NoticeDelivery> RecordBounceAsync(SubjectId subject, NoticeVersion version, CancellationToken cancellationToken = default)
    {
        var draft = DeliveryEntries.Bounced.Draft(new DeliveryFailed { Obstacle = NoticeObstacle.AddressRefused, At = clock.GetCurrentInstant() });
        return ChangeAsync(subject, version, state => MayBounce(state) ? [draft] : [], cancellationToken);
    }

    /// <summary>Queues a person again to whom it could not be delivered, because the address may work by now.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>How it stands with this person and the version; unchanged unless it had come back or could not be delivered.</returns>
    /// <exception cref="NoticeException">GDPR1315: nobody is told of the version any more.</exception>
    public async ValueTask<NoticeDelivery> RequeueAsync(SubjectId subject, NoticeVersion version, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        await RequireToldAsync(version, cancellationToken).ConfigureAwait(false);
        var draft = Requeued();
        return await ChangeAsync(subject, version, state => IsUnreached(state) ? [draft] : [], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Queues everybody again to whom it could not be delivered, a thousand at a time.</summary>
    /// <param name="version">The version.</param>
    /// <param name="obstacles">
    /// Of whom; <see langword="null"/>, the default, for what has to do with the address: there was none, it was malformed, not supported, refused or could not
    /// be read, or it was tried in vain.
    /// </param>
    /// <param name="cancellationToken">Ends the work; who was queued stays so.</param>
    /// <returns>How many people were queued.</returns>
    /// <exception cref="NoticeException">GDPR1315: nobody is told of the version any more.</exception>
    public async ValueTask<long> RequeueAsync(NoticeVersion version, ValueList<NoticeObstacle>? obstacles = null, CancellationToken cancellationToken = default)
    {
        await RequireToldAsync(version, cancellationToken).ConfigureAwait(false);
        var (draft, wanted) = (Requeued(), obstacles ?? AboutAddress);
        var filter = HeadFilter.Of(NoticeDelivery.Fold.Kind) with
        {
            Key = StreamKey.Of(version.TellsOf),
            Statuses = [StreamStatus.Of(NoticeDeliveryStatus.Bounced), StreamStatus.Of(NoticeDeliveryStatus.Unreachable)],
        };
        var count = 0L;
        for (var query = new HeadQuery(filter); query is not null;)
        {
            var page = await store.QueryHeadsAsync(query, cancellationToken).ConfigureAwait(false);
            count += await ChangeAllAsync(
                page.Select(head => (head.Stream, (SubjectId?)null)), state => IsUnreached(state) && wanted.Contains(state.Obstacle) ? [draft] : [], cancellationToken).ConfigureAwait(false);
            query = query.Next(page);
        }

        return count;
    }

    /// <summary>Records that people were told by letter, such as those who cannot be reached by mail. A thousand at a time; done again it records nothing.</summary>
    /// <param name="version">The version whose text they were sent.</param>
    /// <param name="people">The people, however many.</param>
    /// <param name="language">The language of the letters.</param>
    /// <param name="cancellationToken">Ends the work; what was recorded stays.</param>
    /// <returns>Of how many it was recorded: of those who were not told before.</returns>
    /// <exception cref="NoticeException">GDPR1307: the version has no text in the language.</exception>
    public async ValueTask<long> RecordLettersAsync(NoticeVersion version, IEnumerable<SubjectId> people, Language language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(people);
        if (!version.Texts.Any(text => text.Language == language))
        {
            throw NoticeRefusals.TextMissing();
        }

        var now = clock.GetCurrentInstant();
        var draft = DeliveryEntries.Sent.Draft(new DeliverySent { Version = version.Digest, Channel = NoticeChannel.Letter, Language = language, At = now }) with
        {
            StoredContent = [version.Digest],
        };
        var count = 0L;
        foreach (var some in people.Distinct().Chunk(LedgerLimits.HeadsPerPage))
        {
            var links = await subjects.LinkAsync(some.ToValueList(), now, cancellationToken).ConfigureAwait(false);
            count += await ChangeAllAsync(
                links.Select(link => (NoticeDelivery.StreamOf(link.Ref, version.TellsOf), (SubjectId?)link.Subject)), state => state.IsTold ? [] : [draft], cancellationToken).ConfigureAwait(false);
        }

        return count;
    }

    // A bounce can come before the mail is recorded as sent. Of what was queued again and not tried since, it is an old one.
    private static bool MayBounce(NoticeDelivery state) => state switch
    {
        { Status: NoticeDeliveryStatus.Sent, Channel: NoticeChannel.Email } => true,
        { Status: NoticeDeliveryStatus.Claimed } => true,
        { Status: NoticeDeliveryStatus.Deferred, Attempts: > 0 } => true,
        _ => false,
    };

    private static bool IsUnreached(NoticeDelivery state) => state.Status is NoticeDeliveryStatus.Bounced or NoticeDeliveryStatus.Unreachable;

    // Who is queued where nothing is sent any more would wait for ever.
    private async ValueTask RequireToldAsync(NoticeVersion version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(version);
        var published = (await streams.LoadAsync<PublishedNotices>(PublishedNotices.StreamOf(version.Audience), cancellationToken).ConfigureAwait(false)).State;
        if (published?.Latest?.TellsOf != version.TellsOf || await FindAsync(version, cancellationToken).ConfigureAwait(false) is { Status: CampaignStatus.Stopped })
        {
            throw NoticeRefusals.NobodyTold();
        }
    }

    private EntryDraft Requeued() => DeliveryEntries.Requeued.Draft(new DeliveryRequeued { At = clock.GetCurrentInstant() });

    // Of somebody who has no link nothing was sent.
    private async ValueTask<NoticeDelivery> ChangeAsync(
        SubjectId subject, NoticeVersion version, Func<NoticeDelivery, ValueList<EntryDraft>> decide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(version);
        return await subjects.FindOneAsync(subject, cancellationToken).ConfigureAwait(false) is { } person
            ? (await streams.AppendAsync(NoticeDelivery.StreamOf(person, version.TellsOf), subject, decide, cancellationToken).ConfigureAwait(false)).State!
            : new();
    }

    private async ValueTask<long> ChangeAllAsync(
        IEnumerable<(StreamId Stream, SubjectId? About)> deliveries, Func<NoticeDelivery, ValueList<EntryDraft>> decide, CancellationToken cancellationToken)
    {
        var changed = new HashSet<StreamId>();
        var changes = deliveries.Select(delivery => StreamChange.To<NoticeDelivery>(delivery.Stream, delivery.About, state => Decide(delivery.Stream, state))).ToValueList();
        if (!changes.IsEmpty)
        {
            await streams.AppendAsync(changes, cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        return changed.Count;

        // Decided again when somebody else was faster, and then perhaps otherwise.
        ValueList<EntryDraft> Decide(StreamId stream, NoticeDelivery state)
        {
            var drafts = decide(state);
            _ = drafts.IsEmpty ? changed.Remove(stream) : changed.Add(stream);
            return drafts;
        }
    }
}
