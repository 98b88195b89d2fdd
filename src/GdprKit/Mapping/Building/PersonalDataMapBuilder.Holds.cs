using System.Linq.Expressions;
using GdprKit.Mapping;

namespace GdprKit;

/// <content>What can be put on hold.</content>
public sealed partial class PersonalDataMapBuilder<TEntity>
{
    /// <summary>
    /// Names rows on which a hold can be placed, for a claim or an audit that is about some rows only:
    /// <c>.HoldQuery(Crm.Invoices2024, i =&gt; i.InvoiceDate.Year == 2024, nl: "facturen uit 2024", en: "invoices of 2024")</c>. It keeps nothing until somebody places a hold.
    /// </summary>
    /// <param name="query">Its key. Of one entity and of what is derived from it each query has another one.</param>
    /// <param name="condition">
    /// Which rows; the store translates it. A row of which nobody knows whether it is meant is. While a hold stands, the rows of other entities that it reads stay too, so
    /// that the answer remains the same.
    /// </param>
    /// <param name="nl">What people call these rows in Dutch, in the plural, as it stands in the middle of a sentence.</param>
    /// <param name="en">The same in English.</param>
    public PersonalDataMapBuilder<TEntity> HoldQuery(Key<HoldQuery> query, Expression<Func<TEntity, bool>> condition, string nl, string en) =>
        HoldQuery(query, condition, LocalizedText.Of(nl, en));

    /// <summary>Names rows on which a hold can be placed, in other languages than Dutch and English.</summary>
    /// <param name="query">Its key.</param>
    /// <param name="condition">Which rows; the store translates it.</param>
    /// <param name="label">What people call these rows, in the plural, as it stands in the middle of a sentence.</param>
    public PersonalDataMapBuilder<TEntity> HoldQuery(Key<HoldQuery> query, Expression<Func<TEntity, bool>> condition, LocalizedText label)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(label);
        if (label.IsEmpty || label.Any(text => string.IsNullOrWhiteSpace(text.Value)))
        {
            _faults.Add(MapFaults.HoldQueryLabelEmpty(Entity, query));
        }

        _holdQueries.Add(new HoldQuery(query, label, condition, Expression.Lambda<Func<TEntity, bool>>(Expression.Not(condition.Body), condition.Parameters)));
        return this;
    }
}
