using GdprKit.Mapping;

namespace GdprKit.Conformance;

/// <summary>
/// What the suites need to know beyond <see cref="PersonalDataStoreFixture"/> of an adapter that is an <see cref="IIndexAdvisor"/> too. Derive
/// from it, and <see cref="StoreIndexSuite{TFixture}"/> is among the suites.
/// </summary>
public abstract class IndexedStoreFixture : PersonalDataStoreFixture
{
    /// <summary>Runs a statement of <see cref="MissingIndex.Statement"/>, as whoever keeps the database would.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public abstract ValueTask ExecuteAsync(string statement, CancellationToken cancellationToken);

    /// <summary>Makes an index under a name of one's own, as somebody who was not advised would.</summary>
    /// <param name="index">The index.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public abstract ValueTask CreateIndexAsync(StoredIndex index, CancellationToken cancellationToken);

    /// <summary>Lists the indexes of the tables of the domain, asked of the database and not of the adapter.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    public abstract ValueTask<IReadOnlyCollection<StoredIndex>> ListIndexesAsync(CancellationToken cancellationToken);
}
