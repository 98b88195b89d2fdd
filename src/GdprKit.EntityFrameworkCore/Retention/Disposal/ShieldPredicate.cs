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
    private static readonly MethodInfo AnyOfLinks = ((MethodCallExpression)((Expression<Func<IQueryable<SubjectLinkRow>, bool>>)(links => links.Any(link => true))).Body).Method;

    private static readonly MethodInfo AnyOfHeads = ((MethodCallExpression)((Expression<Func<IQueryable<LedgerHeadRow>, bool>>)(heads => heads.Any())).Body).Method;

    private static readonly byte[] Nobody = StoredBytes.Of(SubjectRef.None);

    private readonly OwnerPredicate _owners = new(context);

    /// <summary>The condition; <see langword="null"/> when nothing can keep a row.</summary>
    public Expression? Of(Expression row, IEntityType type, StoreEntity entity, RowShield shield)
    {
        if (shield.Streams.IsEmpty)
        {
            return null;
        }

        var heads = context.Set<LedgerHeadRow>().Where(Shields(shield));
        var kept = entity.Owners.Select(owner => OfOwner(row, type, owner, heads));
        return (shield.Scopes.IsEmpty ? kept : kept.Append(OfScope(heads, shield.Scopes))).Aggregate((Expression?)null, (all, one) => all is null ? one : Expression.OrElse(all, one));
    }

    private Expression OfOwner(Expression row, IEntityType type, OwnerPath owner, IQueryable<LedgerHeadRow> heads)
    {
        var kind = owner.Kind.ToString();
        var shielded = context.Set<SubjectLinkRow>().Where(link => link.SubjectKind == kind && heads.Any(head => head.Subject == link.Subject));
        return _owners.OfKey(row, type, owner, (person, target, key) =>
        {
            var (link, text) = (Expression.Parameter(typeof(SubjectLinkRow), "kept"), new AudienceKey(person, target, key, _owners.Dialect).Text);

            // The link stands first: where a database takes the collation of one side, it is that of the ledger.
            var isTheirs = Expression.Equal(Expression.Property(link, nameof(SubjectLinkRow.SubjectKey)), text);
            return Expression.Call(AnyOfLinks, shielded.Expression, Expression.Quote(Expression.Lambda<Func<SubjectLinkRow, bool>>(isTheirs, link)));
        });
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
