using System.Linq.Expressions;

namespace GdprKit;

/// <content>Whose row it is.</content>
public sealed partial class PersonalDataMapBuilder<TEntity>
{
    /// <summary>Every row is a person.</summary>
    /// <param name="kind">What kind of person.</param>
    /// <param name="key">The properties that tell the person from others of the kind, in order; usually the primary key.</param>
    public PersonalDataMapBuilder<TEntity> IsSubject(Key<SubjectKind> kind, params ReadOnlySpan<Expression<Func<TEntity, object?>>> key) =>
        Owned(new RowOwner.Subject(kind, Paths(nameof(IsSubject), key), Condition: null));

    /// <summary>Every row is a person, known by properties that the class does not have.</summary>
    /// <param name="kind">What kind of person.</param>
    /// <param name="key">The names of the properties in the store's model, in order.</param>
    public PersonalDataMapBuilder<TEntity> IsSubject(Key<SubjectKind> kind, params ReadOnlySpan<string> key) =>
        Owned(new RowOwner.Subject(kind, Paths(nameof(IsSubject), key), Condition: null));

    /// <summary>Some rows are a person of this kind. Call it once per kind when one table holds several kinds of people.</summary>
    /// <param name="condition">Which rows; the store translates it: <c>p =&gt; p.Role == Role.Member</c>.</param>
    /// <param name="kind">What kind of person.</param>
    /// <param name="key">The properties that tell the person from others of the kind, in order.</param>
    public PersonalDataMapBuilder<TEntity> IsSubjectWhen(
        Expression<Func<TEntity, bool>> condition, Key<SubjectKind> kind, params ReadOnlySpan<Expression<Func<TEntity, object?>>> key)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Owned(new RowOwner.Subject(kind, Paths(nameof(IsSubjectWhen), key), condition));
    }

    /// <summary>The row belongs to whom another row belongs to: an invoice line to the invoice, the invoice to the customer.</summary>
    /// <param name="owner">
    /// The navigation to the other entity: <c>l =&gt; l.Invoice</c>, also over entities without a map: <c>l =&gt; l.Invoice.Customer</c>.
    /// A collection means everybody in it: then the fields of the row are about all of them.
    /// </param>
    public PersonalDataMapBuilder<TEntity> BelongsTo(Expression<Func<TEntity, object?>> owner) =>
        Path(nameof(BelongsTo), owner) is { } path ? Owned(new RowOwner.Reference(path)) : this;

    /// <summary>The row belongs to whom another row belongs to, whose key it holds; for models without a navigation.</summary>
    /// <typeparam name="TOwner">The class of the other entity.</typeparam>
    /// <param name="foreignKey">The properties that hold its key, in the order of that key.</param>
    public PersonalDataMapBuilder<TEntity> BelongsTo<TOwner>(params ReadOnlySpan<Expression<Func<TEntity, object?>>> foreignKey)
        where TOwner : class => Owned(new RowOwner.ForeignKeyTo(typeof(TOwner), Paths(nameof(BelongsTo), foreignKey)));

    /// <summary>The row belongs to whom another row belongs to, whose key it holds in properties that the class does not have.</summary>
    /// <typeparam name="TOwner">The class of the other entity.</typeparam>
    /// <param name="foreignKey">The names of the properties in the store's model, in the order of that key.</param>
    public PersonalDataMapBuilder<TEntity> BelongsTo<TOwner>(params ReadOnlySpan<string> foreignKey)
        where TOwner : class => Owned(new RowOwner.ForeignKeyTo(typeof(TOwner), Paths(nameof(BelongsTo), foreignKey)));

    /// <summary>
    /// An activity is about some rows only: <c>.AppliesWhen(Crm.Invoicing, c =&gt; c.Invoices.Any())</c>. Without it, an activity is
    /// about every row of its people, and a row without the date from which its period runs is kept and reported.
    /// </summary>
    /// <param name="activity">The activity.</param>
    /// <param name="condition">Which rows; the store translates it.</param>
    public PersonalDataMapBuilder<TEntity> AppliesWhen(Key<ProcessingActivity> activity, Expression<Func<TEntity, bool>> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        _scopes.Add(new ActivityScope(activity, condition));
        return this;
    }

    /// <summary>
    /// An activity is about the rows of those only of whom the ledger knows that they were asked for their consent, or answered: <c>.AppliesByConsent(Crm.Newsletter)</c>. Say it
    /// where the ledger knows every consent, those of before included (<c>Consents.ImportAsync</c>): who never answered then has nothing that
    /// is kept for it. Without it, nobody knows whether such a person ever agreed, and their data are kept and reported.
    /// </summary>
    /// <param name="activity">The activity, which rests on consent.</param>
    /// <remarks>Where the store cannot be asked what the ledger says (GDPR3008, GDPR3011), the activity is about every row of its people.</remarks>
    public PersonalDataMapBuilder<TEntity> AppliesByConsent(Key<ProcessingActivity> activity)
    {
        _scopes.Add(new ActivityScope(activity, null));
        return this;
    }

    private PersonalDataMapBuilder<TEntity> Owned(RowOwner owner)
    {
        _owners.Add(owner);
        return this;
    }
}
