using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>Makes the versions of an audience of what was recorded about them, in the order in which it was.</summary>
internal sealed class VersionHistory(NoticeAudience audience)
{
    private readonly List<(NoticeVersion Version, Digest Summary)> _versions = [];

    public void Add(Entry<NoticePublished> entry)
    {
        var facts = entry.Facts;
        var from = facts.EffectiveFrom ?? entry.RecordedAt;
        End(at: from, publishedAt: entry.RecordedAt);
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
                Before = facts.Before,
                TellsOf = facts.Significance is ChangeSignificance.Editorial && _versions is [.., var (last, _)] ? last.TellsOf : facts.Version,
            },
            facts.Summary));
    }

    public async ValueTask<ValueList<NoticeVersion>> WithSummariesAsync(
        Func<Digest, CancellationToken, ValueTask<LocalizedText>> read, CancellationToken cancellationToken)
    {
        var versions = new List<NoticeVersion>();
        foreach (var (version, summary) in Enumerable.Reverse(_versions))
        {
            versions.Add(version with { Summary = await read(summary, cancellationToken).ConfigureAwait(false) });
        }

        return versions.ToValueList();
    }

    /// <summary>One version by its digest, which is looked for among them all and read alone.</summary>
    public async ValueTask<NoticeVersion?> FindAsync(Digest digest, Func<Digest, CancellationToken, ValueTask<LocalizedText>> read, CancellationToken cancellationToken)
    {
        var index = _versions.FindIndex(each => each.Version.Digest == digest);
        if (index < 0 || !_versions[index].Version.Summary.IsEmpty)
        {
            return index < 0 ? null : _versions[index].Version;
        }

        var (version, summary) = _versions[index];
        var whole = version with { Summary = await read(summary, cancellationToken).ConfigureAwait(false) };
        _versions[index] = (whole, summary);
        return whole;
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
