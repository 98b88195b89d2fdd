using System.Collections.Frozen;
using System.Text;
using GdprKit.Consent;
using GdprKit.Ledger;

namespace GdprKit;

/// <summary>The notices of a host, as evidence of consent refers to them. Digested when the first consent is recorded, not when the host starts.</summary>
internal sealed class OfferedNotices(PrivacyNotices notices) : IConsentNotices
{
    private readonly Lazy<FrozenDictionary<Digest, LedgerContent>> _offered = new(() =>
        notices.All.Select(notice => LedgerContent.Of(Encoding.UTF8.GetBytes(notice.ToJson()))).DistinctBy(content => content.Digest).ToFrozenDictionary(content => content.Digest));

    public LedgerContent? Find(Digest digest) => _offered.Value.GetValueOrDefault(digest);
}
