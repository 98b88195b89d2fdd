using System.Linq.Expressions;
using System.Reflection;
using GdprKit.Mapping;
using GdprKit.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Whether something in the ledger keeps a row from going, as a condition of the statement by which it would go.</summary>
internal sealed class ShieldPredicate(DbContext context)
{
    private static readonly MethodInfo AnyOfHeads = ((MethodCallExpression)((Expression<Func<IQueryable<LedgerHeadRow>, bool>>)(heads => heads.Any())).Body).Method;

    private static readonly byte[] Nobody = StoredBytes.Of(SubjectRef.None);

    private readonly LinkedHeads _linked = new(context, new OwnerPredicate(context));

    /// <summary>The condition; <see langword="null"/> when nothing can keep a row.</summary>
    public Expression? Of(Expression row, IEntityType type, StoreEntity entity, RowShield shield)
    {
        if (shield.Streams.IsEmpty)
        {
            return null;
        }

        var heads = context.Set<LedgerHeadRow>().Where(Shields(shield));
        var people = entity.Owners
            .Select(owner => _linked.Of(row, type, owner, onDoubt: true, heads))
            .Aggregate((Expression?)null, (all, one) => all is null ? one : Expression.OrElse(all, one));

        // Mostly nothing is on hold at all. The database looks that up once, and then asks of no row whose it is.
        var kept = people is null ? null : Expression.AndAlso(Expression.Call(AnyOfHeads, heads.Where(head => head.Subject != Nobody).Expression), people);
        IEnumerable<Expression?> ways =
        [
            OfScope(heads, shield),
            .. shield.Queries.Select(query => OfQuery(heads, query, row, type, entity)),
            kept,
        ];
        return ways.OfType<Expression>().Aggregate((Expression?)null, (all, one) => all is null ? one : Expression.OrElse(all, one));
    }

    private static MethodCallExpression? OfScope(IQueryable<LedgerHeadRow> heads, RowShield shield)
    {
        var head = Expression.Parameter(typeof(LedgerHeadRow), "head");
        var key = Expression.Property(head, nameof(LedgerHeadRow.StreamKey));
        var scoped = shield.Scopes.IsEmpty ? null : IsOneOf(key, shield.Scopes.Select(scope => scope.ToString()));
        var unknown = shield.Unknown is { } scopes ? IsUnknown(key, scopes) : null;
        var isMeant = scoped is null || unknown is null ? scoped ?? unknown : Expression.OrElse(scoped, unknown);
        return isMeant is null ? null : Any(heads, Expression.Lambda<Func<LedgerHeadRow, bool>>(isMeant, head));
    }

    // The database looks up once whether the stream keeps anything, and mostly asks no row for more.
    private BinaryExpression OfQuery(IQueryable<LedgerHeadRow> heads, ShieldedRows query, Expression row, IEntityType type, StoreEntity entity)
    {
        var key = query.Key.ToString();
        var meets = new RowFormulas(row, type, entity.Owners, context, TextDates.Unknown()).Of([query.Where])[0];
        return Expression.AndAlso(
            Any(heads, head => head.StreamKey == key), new FormulaExpression(Dialect.Of(context)).Of(Simplification.Of(meets, Assumptions.None)));
    }

    private static MethodCallExpression Any(IQueryable<LedgerHeadRow> heads, Expression<Func<LedgerHeadRow, bool>> which) =>
        Expression.Call(AnyOfHeads, heads.Where(head => head.Subject == Nobody).Where(which).Expression);

    // Compared letter by letter: what begins otherwise in its case only is about something else.
    private static Expression IsUnknown(Expression key, UnknownScopes scopes) => OptionalConditions.All(
    [
        IsOneOf(Beginning(key, scopes.Prefix.Length), [scopes.Prefix]),
        scopes.Known.IsEmpty ? null : Expression.Not(IsOneOf(key, scopes.Known.Select(known => known.ToString()))),
        .. scopes.Elsewhere.GroupBy(begin => begin.Length).Select(same => Expression.Not(IsOneOf(Beginning(key, same.Key), same))),
    ])!;

    private static MethodCallExpression Beginning(Expression key, int length) =>
        Expression.Call(key, typeof(string).GetMethod(nameof(string.Substring), [typeof(int), typeof(int)])!, Expression.Constant(0), Expression.Constant(length));

    private static Expression IsOneOf(Expression text, IEnumerable<string> words) => RowKeys.IsIn(text, [.. words]);

    // Of another version, or in no state that releases.
    private static Expression<Func<LedgerHeadRow, bool>> Shields(RowShield shield)
    {
        var head = Expression.Parameter(typeof(LedgerHeadRow), "head");
        return Expression.Lambda<Func<LedgerHeadRow, bool>>(
            shield.Streams.Select(streams => (Expression)Expression.AndAlso(
                Expression.Equal(Member(nameof(LedgerHeadRow.StreamKind)), Expression.Constant(streams.Kind.ToString())),
                streams.ReleasedIn
                    .Select(status => Expression.NotEqual(Member(nameof(LedgerHeadRow.Status)), Expression.Constant(status.ToString())))
                    .Aggregate((Expression?)null, (all, one) => all is null ? one : Expression.AndAlso(all, one)) is { } stands
                    ? Expression.OrElse(Expression.NotEqual(Member(nameof(LedgerHeadRow.FoldVersion)), Expression.Constant(streams.FoldVersion)), stands)
                    : Expression.Constant(true))).Aggregate(Expression.OrElse),
            head);

        MemberExpression Member(string name) => Expression.Property(head, name);
    }
}
