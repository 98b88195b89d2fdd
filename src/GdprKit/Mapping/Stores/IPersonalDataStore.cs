namespace GdprKit.Mapping;

/// <summary>
/// The application's own data, as far as GdprKit reads it. Implement it for anything that holds rows about people: an object-relational
/// mapper, a document database, the interface of another system.
/// </summary>
/// <remarks>
/// <para>Four promises hold for every member. The conformance tests have a test of each, under the name given here.</para>
/// <list type="bullet">
/// <item><description><c>Streams_and_never_holds_a_whole_table</c>: memory does not grow with the number of rows.</description></item>
/// <item><description><c>Sees_rows_that_the_application_hides</c>: soft-deleted rows and rows of every tenant are personal data too.</description></item>
/// <item><description><c>Compares_keys_ordinally</c>: <c>ann</c> is not <c>Ann</c>, whatever the collation.</description></item>
/// <item><description><c>Stops_when_cancelled</c>: with an <see cref="OperationCanceledException"/>, and leaves nothing open.</description></item>
/// </list>
/// <para>
/// A store never interprets a map: it is given a <see cref="StoreEntity"/>, in which inheritance, whose row it is, and which field
/// is about whom are resolved against its own description. It is registered as a singleton and safe for use by several threads.
/// An error of the database is thrown as it is; it must not hold a value of a row or a key of a person.
/// </para>
/// </remarks>
public interface IPersonalDataStore
{
    /// <summary>Says what is kept, personal or not.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// The same description every time. It says what the program knows and asks no database, so that a wrong map stops the start
    /// even while the database is down (<c>Describes_without_asking_the_database</c>). What is owned is flattened into its owner;
    /// every foreign key and unique index is told.
    /// </returns>
    StoreDescription Describe(CancellationToken cancellationToken);

    /// <summary>Says why questions about rows cannot be answered here, before anybody asks them.</summary>
    /// <param name="entity">The entity, resolved against this store's description.</param>
    /// <param name="request">The questions.</param>
    /// <returns>
    /// A sentence that names what the store cannot do and what to declare instead; <see langword="null"/> when it can. Asks no
    /// database (<c>Judges_questions_without_asking_the_database</c>).
    /// </returns>
    string? WhyUnanswerable(StoreEntity entity, RowRequest request);

    /// <summary>Counts rows.</summary>
    /// <param name="entity">The entity, resolved against this store's description. Rows of entities derived from it do not count.</param>
    /// <param name="where">Which rows.</param>
    /// <param name="each">Conditions of which each is counted among those rows, for itself; may be none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// The number of rows that meet <paramref name="where"/>, and after it one number for each of <paramref name="each"/>, in order and
    /// from one look at the data (<c>Counts_everything_at_one_moment</c>). A row that leads to a person in two ways counts once
    /// (<c>Counts_a_row_once</c>); nobody's rows are none, and no fault (<c>Counts_nothing_of_an_unknown_person</c>).
    /// </returns>
    ValueTask<ValueList<long>> CountAsync(StoreEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken);

    /// <summary>Answers questions about rows one by one.</summary>
    /// <param name="entity">The entity, resolved against this store's description. Rows of entities derived from it do not count.</param>
    /// <param name="request">Which rows, which dates, which conditions.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>
    /// Every row once, in any order. What is said of a row one by one is what is counted of it
    /// (<c>Reads_of_every_row_what_it_counts</c>).
    /// </returns>
    IAsyncEnumerable<RowFacts> ReadAsync(StoreEntity entity, RowRequest request, CancellationToken cancellationToken);

    /// <summary>Reads what is held about a person.</summary>
    /// <param name="entity">The entity, resolved against this store's description.</param>
    /// <param name="subject">Whose rows.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>
    /// Every row once, in any order, with the classified fields that are about this person and no others: in a row with two
    /// people never the fields of the other one (<c>Exports_no_field_of_somebody_else</c>), and nothing that no map classifies
    /// (<c>Exports_only_what_is_classified</c>).
    /// </returns>
    IAsyncEnumerable<StoredRecord> ExportAsync(StoreEntity entity, SubjectId subject, CancellationToken cancellationToken);
}
