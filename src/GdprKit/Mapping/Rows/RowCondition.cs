using System.Linq.Expressions;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Mapping;

/// <summary>
/// A condition on a row of an entity, in the few words that a store must know to count and to find: a database makes a statement
/// of it, a store without a query language asks every row.
/// </summary>
/// <remarks>
/// <para>
/// Two-valued, where databases have three answers: what is unknown of a row meets nothing, and what negates it is met
/// (<c>Negates_what_is_unknown</c>). What a condition means of every row is what <see cref="RowByRowStore"/> makes of it; every other store
/// gives the same answer (<c>Answers_as_if_every_row_were_asked</c>).
/// </para>
/// <para>Immutable. Safe for use by several threads.</para>
/// </remarks>
public abstract partial record RowCondition
{
    private RowCondition()
    {
    }

    /// <summary>Met by every row.</summary>
    public static RowCondition Always { get; } = new AllOf([]);

    /// <summary>Met by no row.</summary>
    public static RowCondition Never { get; } = new AnyOf([]);

    internal IEnumerable<HasHead> FindHeads() => this switch
    {
        HasHead head => [head],
        Opposite opposite => opposite.Condition.FindHeads(),
        AllOf all => all.Conditions.SelectMany(condition => condition.FindHeads()),
        AnyOf any => any.Conditions.SelectMany(condition => condition.FindHeads()),
        _ => [],
    };

    /// <summary>
    /// The row has a date, and it lies in a range (<c>Finds_dates_in_a_range</c>). Both ends are values of the type of the date, made for
    /// its meaning by <see cref="StoreTime.StartOf"/>: no store computes with calendars or time zones. The date is stored, of any type
    /// (<c>Finds_dates_of_every_type</c>), or computed by a function of the map (<c>Finds_dates_that_are_computed</c>).
    /// </summary>
    /// <param name="Time">The date.</param>
    /// <param name="From">The first value that counts.</param>
    /// <param name="Until">The first value that no longer counts, or <see langword="null"/> without an end.</param>
    public sealed record Between(StoreTime Time, object From, object? Until) : RowCondition
    {
        /// <summary>Whether a date lies in the range, for a store that asks every row.</summary>
        /// <param name="value">The date of the row; <see langword="null"/>, when the row has none, lies in no range.</param>
        public bool Contains(object? value) => value is not null
            && StoredTime.Compare(value, From, Time.Meaning) >= 0
            && (Until is null || StoredTime.Compare(value, Until, Time.Meaning) < 0);
    }

    /// <summary>The row belongs to a person (<c>Finds_the_rows_of_a_person</c>).</summary>
    /// <param name="Subject">The person.</param>
    /// <param name="By">By which of <see cref="StoreEntity.Owners"/>; <see langword="null"/>, the default, for any of them.</param>
    public sealed record BelongsTo(SubjectId Subject, OwnerPath? By = null) : RowCondition;

    /// <summary>
    /// The row belongs to somebody by a path: it leads to a row that has the key of a person and meets the condition of the path
    /// (<c>Finds_rows_that_lead_to_somebody</c>).
    /// </summary>
    /// <param name="Owner">One of <see cref="StoreEntity.Owners"/>.</param>
    public sealed record HasOwner(OwnerPath Owner) : RowCondition;

    /// <summary>What the map's own function says of the row (<c>Meets_what_the_function_of_a_map_says</c>).</summary>
    /// <param name="Function">A function of the entity, or of a base of it, to <see cref="bool"/>.</param>
    public sealed record Meets(LambdaExpression Function) : RowCondition;

    /// <summary>
    /// Some row of an entity has the same values as this row, and meets a condition itself: an invoice that refers to this customer, or
    /// the customer of this invoice (<c>Relates_rows_in_either_direction</c>).
    /// </summary>
    /// <param name="Entity">The name of that entity; rows of entities derived from it count as well (<c>Relates_rows_of_derived_entities_too</c>).</param>
    /// <param name="There">The properties there.</param>
    /// <param name="Here">The properties of this row, as many and in the same order. What is empty equals nothing.</param>
    /// <param name="That">
    /// What the other row must meet. Of the other entity only the name is known, so <see cref="BelongsTo"/> in it names a path, and is met by none where it does
    /// not; <see cref="HasHead"/> and <see cref="HasOwner"/> bring their path along (<c>Asks_whose_a_related_row_is</c>).
    /// </param>
    public sealed record HasRelated(string Entity, ValueList<PropertyPath> There, ValueList<PropertyPath> Here, RowCondition That) : RowCondition;

    /// <summary>
    /// The row holds a value in one of some properties (<c>Finds_rows_that_hold_a_value</c>): an empty text is one, a collection without items, or with none that has a
    /// value, is none. A store that cannot look into a document says that it holds one. Or it holds, where a value is replaced, another value than what takes its place
    /// (<c>Finds_rows_that_hold_what_was_not_replaced</c>).
    /// </summary>
    /// <param name="Fields">The properties; none holds nothing.</param>
    public sealed record Holds(ValueList<PropertyPath> Fields) : RowCondition
    {
        /// <summary>The properties whose values are replaced, each with what takes their place; in no collection and no document.</summary>
        /// <value>The default is none.</value>
        public ValueList<FieldReplacement> Replacements { get; init; } = [];

        /// <summary>Whether a row meets it, for a store that asks every row.</summary>
        /// <param name="read">How a property of the row is read; a collection as a <see cref="ValueList{T}"/> of the values.</param>
        public bool IsMetBy(Func<PropertyPath, object?> read) =>
            Fields.Any(field => read(field) is { } value && (value is not ValueList<object?> several || several.Any(each => each is not null)))
            || Replacements.Any(replacement => read(replacement.Property) is { } value && !replacement.By.Is(value));
    }

    /// <summary>The value of a property lies in a range, in the order of the store; ranges are made by the store that is asked.</summary>
    /// <param name="Property">The property.</param>
    /// <param name="After">The last value before the range; <see langword="null"/> when it has no beginning.</param>
    /// <param name="Through">The last value in it; <see langword="null"/> when it has no end.</param>
    public sealed record InRange(PropertyPath Property, object? After, object? Through) : RowCondition
    {
        /// <summary>Whether a value lies in it, for a store that asks every row. Texts are compared ordinally.</summary>
        /// <param name="value">The value; one that is missing lies in a range without a beginning or an end only.</param>
        public bool Contains(object? value) => (After is null || Compare(value, After) > 0) && (Through is null || Compare(value, Through) <= 0);

        /// <summary>The property; the values are withheld, for they can be keys of rows.</summary>
        public override string ToString() => $"{Property} in a range";

        private static int? Compare(object? value, object bound) => value switch
        {
            null => null,
            string text => string.CompareOrdinal(text, (string)bound),
            _ => System.Collections.Comparer.DefaultInvariant.Compare(value, bound),
        };
    }

    /// <summary>The row has one of several primary keys (<c>Finds_rows_by_their_keys</c>).</summary>
    /// <param name="Properties">The properties of the primary key, as <see cref="EntityDescription.Key"/> has them.</param>
    /// <param name="Keys">The values of each, as <see cref="RowFacts.Key"/> tells them; none is the key of no row.</param>
    public sealed record HasKey(ValueList<PropertyPath> Properties, ValueList<ValueList<object?>> Keys) : RowCondition
    {
        /// <summary>The test of a row, for a store that asks every row.</summary>
        /// <returns>From how a property of the row is read to whether the row is meant.</returns>
        public Func<Func<PropertyPath, object?>, bool> ToTest()
        {
            var keys = Keys.ToHashSet();
            return read => keys.Contains(Properties.Select(read).ToValueList());
        }

        /// <summary>The properties; the values are withheld, for they can be keys of people.</summary>
        public override string ToString() => $"one of {Keys.Count} keys ({string.Join(", ", Properties)})";
    }

    /// <summary>
    /// The row was chosen before the first of the disposals that are done together. It stands in disposals only, where <see cref="HasKey"/> takes its place before anything
    /// is asked: no store need know it.
    /// </summary>
    public sealed record IsChosen : RowCondition;

    /// <summary>
    /// The ledger has a head about the person to whom the row belongs by a path (<c>Finds_rows_by_what_the_ledger_says_of_a_person</c>): the path leads to a row that
    /// has the key of somebody and meets the condition of the path, that person is linked, and one of their heads meets the rest of it. Where
    /// data and ledger are not in one place, a store says so (<see cref="IPersonalDataStore.WhyUnanswerable"/>).
    /// </summary>
    /// <param name="Owner">One of <see cref="StoreEntity.Owners"/>.</param>
    /// <param name="Kind">The kind of the stream.</param>
    /// <param name="FoldVersion">
    /// The version of the fold whose states these are; what a head of another version says is not known (<c>Takes_a_head_of_another_version_for_none_of_its_states</c>).
    /// </param>
    public sealed record HasHead(OwnerPath Owner, StreamKind Kind, int FoldVersion) : RowCondition
    {
        /// <summary>The keys of the streams.</summary>
        /// <value>The default is none: every stream of the kind.</value>
        public ValueList<StreamKey> Keys { get; init; } = [];

        /// <summary>The states that meet it.</summary>
        public ValueList<StreamStatus> States { get; init; } = [];

        /// <summary>The states that meet it once they are due.</summary>
        public ValueList<StreamStatus> StatesOnceDue { get; init; } = [];

        /// <summary>
        /// It has been in its state, or is due, since before this instant (<c>Knows_since_when_a_head_is_in_its_state</c>); <see langword="null"/>, the default, for ever so short, and due some time.
        /// </summary>
        public Instant? Before { get; init; }

        /// <summary>Whether the opposite is meant: a head of one of these streams that another version wrote, or that is in none of these states since then.</summary>
        public bool IsOther { get; init; }

        /// <summary>Whether a head meets it, for a store that asks every head. About whom it is, is not looked at.</summary>
        /// <param name="head">The head.</param>
        public bool Matches(StreamHead head)
        {
            ArgumentNullException.ThrowIfNull(head);
            return head.Stream.Kind == Kind && (Keys.IsEmpty || Keys.Contains(head.Stream.Key)) && (head.FoldVersion == FoldVersion && IsIn(head.Index)) != IsOther;
        }

        private bool IsIn(StreamIndex index) =>
            (States.Contains(index.Status) && (Before is null || index.Since < Before))
            || (StatesOnceDue.Contains(index.Status) && index.Due is { } due && (Before is null || due < Before));
    }

    /// <summary>The opposite of a condition.</summary>
    /// <param name="Condition">The condition.</param>
    public sealed record Opposite(RowCondition Condition) : RowCondition;

    /// <summary>Every one of several conditions; met when there is none (<c>Joins_any_number_of_conditions</c>).</summary>
    /// <param name="Conditions">The conditions.</param>
    public sealed record AllOf(ValueList<RowCondition> Conditions) : RowCondition;

    /// <summary>At least one of several conditions; not met when there is none.</summary>
    /// <param name="Conditions">The conditions.</param>
    public sealed record AnyOf(ValueList<RowCondition> Conditions) : RowCondition;
}
