using System.Linq.Expressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A date, or another where the row does not have it: <c>c =&gt; c.Invoices.Max(i =&gt; (DateTime?)i.InvoiceDate) ?? c.CreatedAt</c>.</summary>
internal sealed class FallbackTime(Expression value, RowTime first, RowTime second) : RowTime(value)
{
    public override Expression IsMissing => Expression.AndAlso(first.IsMissing, second.IsMissing);

    public override Expression IsThere => Expression.OrElse(first.IsThere, second.IsThere);

    public override Expression IsIn(object from, object? until) =>
        Expression.OrElse(first.IsIn(from, until), Expression.AndAlso(first.IsMissing, second.IsIn(from, until)));

    public override Expression IsNotIn(object from, object? until) => Expression.OrElse(
        Expression.AndAlso(first.IsThere, first.IsNotIn(from, until)),
        Expression.AndAlso(first.IsMissing, second.IsNotIn(from, until)));
}
