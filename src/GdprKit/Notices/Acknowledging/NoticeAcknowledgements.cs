using System.Text;
using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit;

/// <summary>Records that people said to have read the privacy notice, and tells who was told of which version. In the host's transaction where there is one.</summary>
/// <remarks>
/// Who said so once for a version, or for one that only corrects its words, need not say it again: that records nothing. Of the life of its streams, and
/// as safe for use by several threads as they are.
/// </remarks>
/// <param name="versions">The published versions.</param>
/// <param name="streams">The streams of the ledger.</param>
/// <param name="subjects">Who is who; a person who has no link gets one.</param>
/// <param name="clock">The clock.</param>
public sealed class NoticeAcknowledgements(NoticeVersions versions, LedgerStreams streams, ISubjectDirectory subjects, IClock clock)
{
    /// <summary>Records that a person said to have read a version.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="acknowledgement">What shows it.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>How it stands with this person and the version.</returns>
    /// <exception cref="NoticeException">GDPR1308: no such version was published. GDPR1309: something is missing, or it lies in the future.</exception>
    public async ValueTask<NoticeDelivery> AcknowledgeAsync(SubjectId subject, Acknowledgement acknowledgement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(acknowledgement);
        var now = clock.GetCurrentInstant();
        Require(acknowledgement, now);
        var version = await versions.FindAsync(acknowledgement.Version, cancellationToken).ConfigureAwait(false) ?? throw NoticeRefusals.UnknownVersion();
        if (!version.Texts.Any(text => text.Language == acknowledgement.Language))
        {
            throw NoticeRefusals.AcknowledgementIncomplete("a language that the version has");
        }

        var label = LedgerContent.Of(Encoding.UTF8.GetBytes(acknowledgement.Label));
        var draft = DeliveryEntries.Acknowledged.Draft(new DeliveryAcknowledged
        {
            Version = version.Digest,
            Language = acknowledgement.Language,
            Means = acknowledgement.Means,
            At = Instant.Min(acknowledgement.At ?? now, now),
            Label = label.Digest,
        }) with
        {
            Id = acknowledgement.Id,
            Content = [label],
            StoredContent = [version.Digest],
            Details = acknowledgement.Note is { } note ? EntryDetails.Of(("note", note)) : null,
        };
        var person = await subjects.LinkOneAsync(subject, now, cancellationToken).ConfigureAwait(false);
        var snapshot = await streams.AppendAsync<NoticeDelivery>(
            NoticeDelivery.StreamOf(person, version.TellsOf), subject, state => state.AcknowledgedAt is null ? [draft] : [], cancellationToken).ConfigureAwait(false);
        return snapshot.State!;
    }

    /// <summary>How it stands with a person and a version.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The state; <see cref="NoticeDeliveryStatus.Unknown"/> where nothing was recorded, or only a newer program can tell.</returns>
    public async ValueTask<NoticeDelivery> FindAsync(SubjectId subject, NoticeVersion version, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        return await subjects.FindOneAsync(subject, cancellationToken).ConfigureAwait(false) is { } person
            ? (await streams.LoadAsync<NoticeDelivery>(NoticeDelivery.StreamOf(person, version.TellsOf), cancellationToken).ConfigureAwait(false)).State ?? new()
            : new();
    }

    private static void Require(Acknowledgement acknowledgement, Instant now)
    {
        var missing = acknowledgement switch
        {
            { Means: AcknowledgementMeans.Unspecified } => "how the person said so",
            { Label: var label } when string.IsNullOrWhiteSpace(label) => "the words that the person confirmed",
            { Means: AcknowledgementMeans.Paper or AcknowledgementMeans.Phone, Note: var note } when string.IsNullOrWhiteSpace(note) => "a note of the employee who recorded it",
            { At: { } at } when SubjectLink.LiesAhead(at, now) => "a moment that is not in the future",
            _ => null,
        };
        if (missing is not null)
        {
            throw NoticeRefusals.AcknowledgementIncomplete(missing);
        }
    }
}
