namespace GdprKit.Mapping;

/// <summary>
/// The application's own data, as far as GdprKit reads it. Implement it for anything that holds rows about people: an object-relational
/// mapper, a document database, the interface of another system. Where rows can only be handed out one after another, derive from
/// <see cref="RowByRowStore"/> instead.
/// </summary>
/// <remarks>
/// <para>Each promise is kept by every store. The package <c>GdprKit.Conformance</c> has a test of each, under the name given here.</para>
/// <list type="bullet">
/// <item><description><c>Streams_and_never_holds_a_whole_table</c>: memory does not grow with the number of rows.</description></item>
/// <item><description><c>Sees_rows_that_the_application_hides</c>: soft-deleted rows and rows of every tenant are personal data too, also on the way to a person.</description></item>
/// <item><description><c>Compares_keys_ordinally</c>: <c>ann</c> is not <c>Ann</c>, nor <c>ann</c> with a blank, whatever the collation.</description></item>
/// <item><description>
/// <c>Stops_when_cancelled</c>: with an <see cref="OperationCanceledException"/>, before it begins and half-way, also while rows come that need not be waited for.
/// </description></item>
/// <item><description><c>Leaves_nothing_open</c>: no connection and no lock, also when the caller takes the first row and leaves.</description></item>
/// <item><description><c>Answers_several_callers_at_once</c>: it is registered as a singleton and used by several threads.</description></item>
/// <item><description>
/// <c>Refuses_an_entity_of_another_store</c>: with an <see cref="InvalidOperationException"/>, as <see cref="StoreDescription.Entity"/> does.
/// </description></item>
/// <item><description>
/// <c>Keeps_people_out_of_errors</c>: an error of the database is thrown as it is, never taken for an answer, and holds no value of a
/// row and no key of a person.
/// </description></item>
/// </list>
/// <para>
/// A store never interprets a map: it is given a <see cref="StoreEntity"/>, in which inheritance, whose row it is, and which field
/// is about whom are resolved against its own description.
/// </para>
/// </remarks>
public interface IPersonalDataStore
{
    /// <summary>How many conditions a store counts at once, at the least: 500. GdprKit asks more in parts.</summary>
    const int MostConditions = 500;

    /// <summary>Says what is kept, personal or not.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// Every entity with its key, the entity it is derived from and all its properties as the application sees them
    /// (<c>Describes_every_entity_that_is_kept</c>). What is owned is flattened into its owner and is no entity
    /// (<c>Flattens_what_is_owned</c>); every foreign key is told by both entities (<c>Tells_every_reference_from_both_ends</c>), every
    /// unique index by its properties. The same description every time (<c>Describes_the_same_every_time</c>). It says what the
    /// program knows and asks no database, so that a wrong map stops the start even while the database is down
    /// (<c>Describes_without_asking_the_database</c>).
    /// </returns>
    StoreDescription Describe(CancellationToken cancellationToken);

    /// <summary>Says why questions about rows cannot be answered here, before anybody asks them.</summary>
    /// <param name="entity">The entity, resolved against this store's description.</param>
    /// <param name="request">The questions.</param>
    /// <returns>
    /// A sentence that names what the store cannot do and what to declare instead; <see langword="null"/> when it can. Every store
    /// answers everything but what a host writes itself: a function, a condition of an owner, a computed date, and dates of a type that
    /// it cannot compare. Asks no database (<c>Judges_questions_without_asking_the_database</c>).
    /// </returns>
    string? WhyUnanswerable(StoreEntity entity, RowRequest request);

    /// <summary>Counts rows.</summary>
    /// <param name="entity">
    /// The entity, resolved against this store's description. Rows of entities derived from it do not count
    /// (<c>Counts_a_row_of_a_derived_entity_there</c>).
    /// </param>
    /// <param name="where">Which rows.</param>
    /// <param name="each">Conditions of which each is counted among those rows, for itself; none, or up to <see cref="MostConditions"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// The number of rows that meet <paramref name="where"/>, and after it one number for each of <paramref name="each"/>, in order
    /// (<c>Counts_each_condition_for_itself</c>) and from one look at the data (<c>Counts_everything_at_one_moment</c>). A row that leads
    /// to a person in two ways counts once (<c>Counts_a_row_once</c>); nobody's rows are none, and no fault, whatever text stands for
    /// the key (<c>Counts_nothing_of_an_unknown_person</c>).
    /// </returns>
    ValueTask<ValueList<long>> CountAsync(StoreEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken);

    /// <summary>Answers questions about rows one by one.</summary>
    /// <param name="entity">The entity, resolved against this store's description. Rows of entities derived from it do not count.</param>
    /// <param name="request">Which rows, which dates, which conditions.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>
    /// Every row once, in any order, with the values of its key as the application sees them (<c>Reads_every_row_once</c>) and the dates
    /// in the order of the request (<c>Reads_the_dates_that_were_asked_for</c>), stored ones of every type
    /// (<c>Reads_dates_of_every_type</c>) and computed ones (<c>Reads_dates_that_are_computed</c>). No more rows than are enough
    /// (<c>Stops_at_the_limit</c>). What is said of a row one by one is what is counted of it
    /// (<c>Reads_of_every_row_what_it_counts</c>).
    /// </returns>
    IAsyncEnumerable<RowFacts> ReadAsync(StoreEntity entity, RowRequest request, CancellationToken cancellationToken);

    /// <summary>Reads what is held about a person.</summary>
    /// <param name="entity">The entity, resolved against this store's description. Rows of entities derived from it are exported there (<c>Exports_a_row_of_a_derived_entity_there</c>).</param>
    /// <param name="subject">Whose rows.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>
    /// Every row once, in any order (<c>Exports_every_row_once</c>), with the fields that are about this person: those of
    /// <see cref="StoreEntity.Fields"/> of which <see cref="StoreField.Whose"/> holds a path by which the row is theirs. In a row with two people never
    /// the fields of the other one (<c>Exports_no_field_of_somebody_else</c>), and nothing that no map classifies
    /// (<c>Exports_only_what_is_classified</c>). Of a collection all values (<c>Exports_every_item_of_a_collection</c>).
    /// </returns>
    IAsyncEnumerable<StoredRecord> ExportAsync(StoreEntity entity, SubjectId subject, CancellationToken cancellationToken);
}
