using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>Makes the versions of an audience of what was recorded about them, in the order in which it was.</summary>
internal sealed class VersionHistory(NoticeAudience audience)
{
    private readonly List<(NoticeVersion Version, Digest Summary)> _versions = [];

    /// <summary>What was published up to a head; what came after it belongs to the next one.</summary>
    public static async ValueTask<VersionHistory> ReadAsync(NoticeAudience audience, StreamHead head, ILedgerStore store, CancellationToken cancellationToken)
    {
        var history = new VersionHistory(audience);
        await foreach (var entry in store.ReadStreamAsync(head.Stream, 0, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Version > head.Version)
            {
                break;
            }

            if (entry.Type == NoticeEntries.Published.Type)
            {
                history.Add(NoticeEntries.Published.Read(entry));
            }
        }

        return history;
    }

    public void Add(Entry<NoticePublished> entry)
    {
        var facts = entry.Facts;
        var from = facts.EffectiveFrom ?? entry.RecordedAt;
        End(at: from, publishedAt: entry.RecordedAt);
        var corrected = facts.Significance is ChangeSignificance.Editorial && _versions is [.., var (last, _)] ? last : null;
        _versions.Add((
            new NoticeVersion
            {
                Digest = facts.Version,
                Audience = audience,
                Register = facts.Register,
                Texts = facts.Texts,
                PublishedAt = entry.RecordedAt,
                EffectiveFrom = from,
                Significance = facts.Significance,
                Summary = LocalizedText.Empty,
                News = LocalizedText.Empty,
                IsFirst = corrected?.IsFirst ?? _versions.Count == 0,
                Before = facts.Before,
                TellsOf = corrected?.TellsOf ?? facts.Version,
            },
            facts.Summary));
    }

    public async ValueTask<ValueList<NoticeVersion>> WithSummariesAsync(
        Func<Digest, CancellationToken, ValueTask<LocalizedText>> read, CancellationToken cancellationToken)
    {
        var (versions, summaries) = (new List<NoticeVersion>(), _versions.ToDictionary(each => each.Version.Digest, each => each.Summary));
        foreach (var (version, summary) in Enumerable.Reverse(_versions))
        {
            versions.Add(version with
            {
                Summary = await read(summary, cancellationToken).ConfigureAwait(false),
                News = await read(summaries[version.TellsOf], cancellationToken).ConfigureAwait(false),
            });
        }

        return versions.ToValueList();
    }

    // One that was announced and has not come to hold never will; the one that holds, holds until the new one does.
    private void End(Instant at, Instant publishedAt)
    {
        for (var i = 0; i < _versions.Count; i++)
        {
            var (version, summary) = _versions[i];
            if (version.EffectiveFrom > publishedAt)
            {
                _versions[i] = (version with { EffectiveUntil = version.EffectiveFrom }, summary);
            }
            else if (version.EffectiveUntil is not { } until || until > publishedAt)
            {
                _versions[i] = (version with { EffectiveUntil = at }, summary);
            }
        }
    }
}
