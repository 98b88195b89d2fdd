using GdprKit.Ledger;

namespace GdprKit.Consent;

/// <summary>The privacy notices that are offered today, so that evidence can refer to them. What consents referred to before the ledger itself knows.</summary>
/// <remarks>Safe for use by several threads.</remarks>
public interface IConsentNotices
{
    /// <summary>A notice by its digest.</summary>
    /// <param name="digest">The digest.</param>
    /// <returns>The notice as content with that digest; <see langword="null"/> when it is not offered today.</returns>
    LedgerContent? Find(Digest digest);
}
