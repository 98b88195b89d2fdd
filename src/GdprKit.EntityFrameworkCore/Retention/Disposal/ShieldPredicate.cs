using System.Linq.Expressions;
using System.Reflection;
using GdprKit.Ledger;
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
        return shield.Scopes.IsEmpty ? kept
            : OfScope(heads, shield.Scopes) is var scoped && kept is null ? scoped
            : Expression.OrElse(scoped, kept!);
    }

    private static MethodCallExpression OfScope(IQueryable<LedgerHeadRow> heads, ValueList<StreamKey> scopes)
    {
        var keys = scopes.Select(scope => scope.ToString()).ToArray();
        return Expression.Call(AnyOfHeads, heads.Where(head => head.Subject == Nobody && keys.Contains(head.StreamKey)).Expression);
    }

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
