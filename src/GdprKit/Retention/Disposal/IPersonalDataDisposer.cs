using GdprKit.Ledger;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>
/// A store that can let data go. Implement it beside <see cref="IPersonalDataStore"/>; a store without it is only read, and what is due
/// there is reported and stays.
/// </summary>
/// <remarks>
/// <para>Each promise is kept by every store. The package <c>GdprKit.Conformance</c> has a test of each, under the name given here.</para>
/// <list type="bullet">
/// <item><description><c>Disposes_of_what_meets_the_condition_and_of_nothing_else</c>: as <see cref="IPersonalDataStore.CountAsync"/> would count it, at the moment at which it goes.</description></item>
/// <item><description><c>Disposes_of_named_rows_that_still_meet_the_condition</c>: naming a row is no reason for it to go.</description></item>
/// <item><description><c>Disposes_one_after_the_other_in_one_transaction</c>: a row goes after what refers to it, or neither goes.</description></item>
/// <item><description><c>Archives_rows_and_takes_them_back</c>: by the property that was named; everything else in them stays as it was.</description></item>
/// <item><description><c>Chooses_rows_before_the_first_goes</c>: and then judges them no more, see <see cref="RowDisposal.ChosenWhere"/>.</description></item>
/// <item><description><c>Counts_what_really_went</c>: a row that held nothing of what is to be emptied did not change.</description></item>
/// <item><description><c>Empties_what_a_row_owns</c>: its values are emptied like those of the row itself.</description></item>
/// <item><description><c>Replaces_what_cannot_be_empty</c>: by what was said; what is empty stays empty, and every other value as it was.</description></item>
/// <item><description><c>Keeps_unique_values_unique</c>: a text that differs per row differs from row to row.</description></item>
/// <item><description><c>Replaces_a_value_once</c>: a row in which everything was replaced, or is empty, did not change.</description></item>
/// <item><description>
/// <c>Tells_nothing_by_a_replacement</c>: a text that differs per row is random, and comes neither from the value nor from the key.
/// </description></item>
/// <item><description><c>Disposes_of_rows_that_the_application_hides</c>: soft-deleted rows and rows of every tenant.</description></item>
/// <item><description><c>Leaves_rows_of_a_derived_entity_alone</c>: they go with that entity.</description></item>
/// <item><description><c>Disposes_of_all_or_nothing</c>: whatever stands in the way of one row, or of the record, leaves every row as it was.</description></item>
/// <item><description>
/// <c>Never_passes_a_shield</c>: a row stays while anything protects anybody whose it is, by whichever path (<c>Looks_up_whose_a_row_is_by_every_path</c>), and of
/// whichever kind (<c>Tells_people_of_one_key_and_two_kinds_apart</c>), or protects what the row holds (<c>A_stream_about_nobody_shields_what_it_is_about</c>,
/// <c>A_stream_about_a_query_shields_the_rows_that_meet_it</c>, <c>A_stream_of_which_nobody_knows_what_it_is_about_shields</c>). What
/// cannot be read protects (<c>A_state_of_another_version_shields</c>).
/// </description></item>
/// <item><description>
/// <c>What_is_there_when_a_shield_is_placed_stays</c>: what was placed while rows were going is seen, or sees what has gone.
/// </description></item>
/// <item><description>
/// <c>Stops_disposing_when_cancelled</c>: with an <see cref="OperationCanceledException"/>, and then nothing has changed; afterwards everything is done or nothing.
/// </description></item>
/// <item><description><c>Refuses_to_dispose_of_an_entity_of_another_store</c>: with an <see cref="InvalidOperationException"/>.</description></item>
/// </list>
/// </remarks>
public interface IPersonalDataDisposer
{
    /// <summary>Says why rows cannot go in this way, before anybody tries.</summary>
    /// <param name="disposal">What is to happen.</param>
    /// <returns>A sentence that names what the store cannot do and what to declare or to do by hand instead; <see langword="null"/> when it can. Asks no database.</returns>
    string? WhyNotDisposable(RowDisposal disposal);

    /// <summary>
    /// Finds the next of the ranges of primary keys into which the rows of an entity are cut, so that many rows go in many short transactions
    /// (<c>Cuts_an_entity_into_ranges_of_keys</c>).
    /// </summary>
    /// <param name="entity">The entity, resolved against this store's description.</param>
    /// <param name="last">The range before it; <see langword="null"/> for the first one.</param>
    /// <param name="rows">About how many rows it is to hold; at least 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The range, whose <see cref="RowCondition.InRange.Through"/> is empty when none comes after it; <see langword="null"/> when the rows of the entity go all at once, because their keys have no order.</returns>
    /// <exception cref="InvalidOperationException">GDPR3001: the entity is of another store.</exception>
    ValueTask<RowCondition.InRange?> FindRangeAsync(StoreEntity entity, RowCondition.InRange? last, int rows, CancellationToken cancellationToken);

    /// <summary>Deletes rows, empties or replaces fields of them, or archives them, all in one transaction.</summary>
    /// <param name="disposals">
    /// Which rows, what becomes of them, and what keeps them from it; one after the other: what one deletes is gone for those after it.
    /// </param>
    /// <param name="record">
    /// Called once before it is final, with the number of rows of each and the ledger that commits with them, where the store has one in the same
    /// database; when it fails, nothing has changed. Not called where data and ledger share no transaction. <see langword="null"/> for nobody.
    /// </param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is done or nothing.</param>
    /// <returns>How many rows changed, for each; those that the database takes along by a cascade do not count.</returns>
    /// <exception cref="InvalidOperationException">GDPR3001: the entity is of another store. GDPR3007: it cannot be done in this way, see <see cref="WhyNotDisposable"/>.</exception>
    ValueTask<ValueList<long>> DisposeOfAsync(
        ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken);

    /// <summary>
    /// Removes what is left of rows that went in places that the application does not read, as free pages of a file; a run does so at its end
    /// (<c>Compacting_changes_no_row</c>).
    /// </summary>
    /// <param name="cancellationToken">Ends the work; every row is as it was.</param>
    /// <returns>Nothing, at once, where rows that went leave nothing behind, or the database sees to it.</returns>
    ValueTask CompactAsync(CancellationToken cancellationToken);
}
