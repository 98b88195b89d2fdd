using GdprKit.Ledger;

namespace GdprKit.Consent;

/// <summary>The privacy notices that evidence can refer to: those that are offered today, and those that were published before.</summary>
/// <remarks>Safe for use by several threads.</remarks>
public interface IConsentNotices
{
    /// <summary>A notice by its digest.</summary>
    /// <param name="digest">The digest.</param>
    /// <returns>The notice as content with that digest; <see langword="null"/> when it is not offered today.</returns>
    LedgerContent? Find(Digest digest);

    /// <summary>From which register a notice of before was made, so that consent on paper of that day is consent to what was told then.</summary>
    /// <param name="digest">The digest of the notice.</param>
    /// <param name="ledger">The ledger in which it was published.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The digest of the register, whose file is content of the ledger; <see langword="null"/> when no such notice was published, whatever else has the digest.</returns>
    ValueTask<Digest?> FindRegisterAsync(Digest digest, ILedgerStore ledger, CancellationToken cancellationToken) => default;
}
