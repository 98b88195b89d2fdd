namespace GdprKit.Mapping;

/// <summary>
/// A store whose database can miss an index, and that knows which. Implement it beside <see cref="IPersonalDataStore"/> where that is
/// so; a store without it is asked nothing.
/// </summary>
/// <remarks>
/// Advice only: it changes nothing (<c>Advising_changes_nothing</c>), nothing waits for it but the preview that shows it, and when it fails the preview says so. It is used
/// by several threads.
/// </remarks>
public interface IIndexAdvisor
{
    /// <summary>Finds the indexes without which questions are answered by reading whole tables.</summary>
    /// <param name="entity">The entity, resolved against this store's description.</param>
    /// <param name="requests">The questions as they are put to the rows of the entity.</param>
    /// <param name="cancellationToken">Ends the work (<c>Stops_advising_when_cancelled</c>).</param>
    /// <returns>
    /// Only indexes that would really help, each until it is there (<c>An_index_is_advised_until_it_is_there</c>): none for a table so small
    /// that it is read at once (<c>Advises_no_index_for_a_small_table</c>), none for a view, none where the database has one that begins with
    /// the same columns, whatever its name (<c>An_index_that_begins_with_the_same_columns_will_do</c>). <see langword="null"/> when nobody can look at the indexes of
    /// a database of this kind.
    /// </returns>
    /// <exception cref="InvalidOperationException">GDPR3001: the entity is of another store (<c>Refuses_to_advise_on_another_store</c>).</exception>
    ValueTask<ValueList<MissingIndex>?> FindMissingIndexesAsync(StoreEntity entity, ValueList<RowRequest> requests, CancellationToken cancellationToken);
}
