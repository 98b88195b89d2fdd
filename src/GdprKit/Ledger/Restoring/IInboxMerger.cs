namespace GdprKit.Ledger;

/// <summary>Puts into the ledger what was accepted in the inbox of its mirror while the database was refused, as a withdrawal.</summary>
/// <remarks>Merging twice is no fault and records nothing the second time. Of the life of its streams.</remarks>
public interface IInboxMerger
{
    /// <summary>What it merges.</summary>
    ValueList<EntryType> Types { get; }

    /// <summary>Merges an item.</summary>
    /// <param name="item">The item, of one of its types.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is merged or not.</param>
    /// <returns>Whether it was merged; not when the application does not know any more what it is about. It then stays where it is.</returns>
    ValueTask<bool> MergeAsync(InboxItem item, CancellationToken cancellationToken);
}
