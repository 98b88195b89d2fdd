using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using GdprKit.Consent;
using GdprKit.Ledger;
using GdprKit.Notices;

namespace GdprKit;

/// <summary>The notices of a host, as evidence of consent refers to them. Digested when the first consent is recorded, not when the host starts.</summary>
internal sealed class OfferedNotices(PrivacyNotices notices) : IConsentNotices
{
    private readonly Lazy<FrozenDictionary<Digest, LedgerContent>> _offered = new(() =>
        notices.All.Select(notice => LedgerContent.Of(Encoding.UTF8.GetBytes(notice.ToJson()))).DistinctBy(content => content.Digest).ToFrozenDictionary(content => content.Digest));

    // A version is never changed, and its text names the register, so what was read stands.
    private readonly ConcurrentDictionary<Digest, Digest> _published = [];

    public LedgerContent? Find(Digest digest) => _offered.Value.GetValueOrDefault(digest);

    public async ValueTask<Digest?> FindRegisterAsync(Digest digest, ILedgerStore ledger, CancellationToken cancellationToken)
    {
        if (_published.TryGetValue(digest, out var known))
        {
            return known;
        }

        for (var query = new HeadQuery(HeadFilter.Of(PublishedNotices.Fold.Kind)); query is not null;)
        {
            var page = await ledger.QueryHeadsAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var head in page)
            {
                await ReadAsync(head.Stream, ledger, cancellationToken).ConfigureAwait(false);
            }

            query = query.Next(page);
        }

        return _published.TryGetValue(digest, out var found) ? found : null;
    }

    private async ValueTask ReadAsync(StreamId stream, ILedgerStore ledger, CancellationToken cancellationToken)
    {
        await foreach (var entry in ledger.ReadStreamAsync(stream, 0, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Type == NoticeEntries.Published.Type)
            {
                var facts = NoticeEntries.Published.Read(entry).Facts;
                foreach (var text in facts.Texts)
                {
                    _published.TryAdd(text.Digest, facts.Register);
                }
            }
        }
    }
}
