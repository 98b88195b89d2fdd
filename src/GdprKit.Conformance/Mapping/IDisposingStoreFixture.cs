using GdprKit.Retention;

namespace GdprKit.Conformance;

/// <summary>
/// What the suites need to know beyond <see cref="PersonalDataStoreFixture"/> of an adapter that is an <see cref="IPersonalDataDisposer"/>
/// too. A fixture that is one has <see cref="StoreDisposalSuite{TFixture}"/> among its suites.
/// </summary>
public interface IDisposingStoreFixture
{
    /// <summary>Why data and ledger share no transaction; <see langword="null"/> where they do.</summary>
    string? WhyNoSharedTransaction => null;

    /// <summary>Opens the ledger in which the store looks up what keeps a row, as another request would. Called after the store was made.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<LedgerSession> OpenLedgerAsync(CancellationToken cancellationToken);
}
