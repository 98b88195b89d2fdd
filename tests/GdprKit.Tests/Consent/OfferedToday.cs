using System.Text;
using GdprKit.Consent;
using GdprKit.Ledger;

namespace GdprKit;

/// <summary>The only notice that is offered.</summary>
internal sealed class OfferedToday(PrivacyNotice notice) : IConsentNotices
{
    public LedgerContent? Find(Digest digest) => digest == notice.Digest ? LedgerContent.Of(Encoding.UTF8.GetBytes(notice.ToJson())) : null;
}
