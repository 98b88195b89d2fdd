using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Subjects;

namespace GdprKit;

/// <summary>
/// Takes reports of mails that came back, from a mailbox for bounces or from the provider of mail, and finds whom they are about by the Message-ID. That holds
/// what nobody can guess, so that a forged report makes nobody unreachable.
/// </summary>
/// <remarks>Of the life of its store, and as safe for use by several threads as that is.</remarks>
/// <param name="register">Declares who is told by which notice.</param>
/// <param name="versions">The published versions.</param>
/// <param name="campaigns">Records what came back.</param>
/// <param name="store">Where the ledger is kept.</param>
/// <param name="subjects">Who is who.</param>
/// <param name="reader">Reads reports as mail servers send them; <see langword="null"/> where none is registered.</param>
public sealed class NoticeBounces(
    ProcessingRegister register, NoticeVersions versions, NoticeCampaigns campaigns, ILedgerStore store, ISubjectDirectory subjects, IBounceReader? reader = null)
{
    private static readonly StreamKind Kind = NoticeDelivery.Fold.Kind;

    /// <summary>Takes a report.</summary>
    /// <param name="bounce">What a mail server or a provider said.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>What became of it. Do not tell it to whoever sent the report: it says whether somebody was sent a mail.</returns>
    public async ValueTask<BounceOutcome> RecordAsync(MailBounce bounce, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bounce);
        var local = bounce.MessageId.Trim().TrimStart('<').Split('@')[0];
        if (NoticeMessageId.PrefixOf(local) is not { } prefix)
        {
            return BounceOutcome.Unknown;
        }

        foreach (var audience in NoticeAudience.AllOf(register))
        {
            foreach (var version in (await versions.ListAsync(audience, cancellationToken).ConfigureAwait(false)).DistinctBy(version => version.TellsOf))
            {
                if (await FindAsync(prefix, local, version.TellsOf, cancellationToken).ConfigureAwait(false) is { } person)
                {
                    return await RecordAsync(person, version, bounce.IsPermanent, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        return BounceOutcome.Unknown;
    }

    /// <summary>Takes a report as a mail server sent it.</summary>
    /// <param name="message">The mail as it came, headers and all (RFC 5322).</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>As of the other overload.</returns>
    /// <exception cref="InvalidOperationException">GDPR3115: nothing is registered that reads such a mail.</exception>
    public async ValueTask<BounceOutcome> RecordAsync(Stream message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return await (reader ?? throw NoticeRefusals.NoBounceReader()).ReadAsync(message, cancellationToken).ConfigureAwait(false) is { } bounce
            ? await RecordAsync(bounce, cancellationToken).ConfigureAwait(false)
            : BounceOutcome.Unknown;
    }

    // Heads are in the order of the refs, so those who share the first digits stand together.
    private async ValueTask<SubjectRef?> FindAsync(string prefix, string local, Digest tellsOf, CancellationToken cancellationToken)
    {
        var key = StreamKey.Of(tellsOf);
        var lowest = SubjectRef.Parse(prefix.PadRight(2 * SubjectRef.ByteCount, '0'));
        for (var query = new HeadQuery(HeadFilter.Of(Kind) with { Key = key }) { After = lowest.IsNone ? null : new StreamId(Kind, lowest, key), Limit = 10 }; query is not null;)
        {
            var page = await store.QueryHeadsAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var head in page)
            {
                var person = head.Stream.Subject;
                if (!person.ToString().StartsWith(prefix, StringComparison.Ordinal))
                {
                    return null;
                }

                if (local == NoticeMessageId.Of(person, tellsOf, isReminder: false) || local == NoticeMessageId.Of(person, tellsOf, isReminder: true))
                {
                    return person;
                }
            }

            query = query.Next(page);
        }

        return null;
    }

    private async ValueTask<BounceOutcome> RecordAsync(SubjectRef person, NoticeVersion version, bool isPermanent, CancellationToken cancellationToken)
    {
        if (!isPermanent)
        {
            return BounceOutcome.Temporary;
        }

        if (await subjects.FindByRefAsync([person], cancellationToken).ConfigureAwait(false) is not [var link, ..])
        {
            return BounceOutcome.Unknown;
        }

        await campaigns.RecordBounceAsync(link.Subject, version, cancellationToken).ConfigureAwait(false);
        return BounceOutcome.Taken;
    }
}
