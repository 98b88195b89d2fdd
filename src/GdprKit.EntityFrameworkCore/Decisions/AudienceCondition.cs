using System.Linq.Expressions;
using System.Reflection;
using GdprKit.Decisions;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace GdprKit.EntityFrameworkCore;

/// <summary>The terms of an audience as a condition on the link of a person, which Entity Framework Core translates.</summary>
internal sealed class AudienceCondition
{
    private static readonly MethodInfo WhereMethod = ((MethodCallExpression)((Expression<Func<IQueryable<LedgerHeadRow>, IQueryable<LedgerHeadRow>>>)(heads => heads.Where(head => true))).Body).Method;

    private static readonly MethodInfo AnyMethod = ((MethodCallExpression)((Expression<Func<IQueryable<LedgerHeadRow>, bool>>)(heads => heads.Any(head => true))).Body).Method;

    private readonly AudienceTerms _terms;
    private readonly Expression _heads;
    private readonly Expression _now;

    public AudienceCondition(DbContext context, AudienceTerms terms, Instant now)
    {
        _terms = terms;
        _heads = context.Set<LedgerHeadRow>().AsQueryable().Expression;

        // As a parameter of the statement: the statement is the same for every moment.
        var moment = new Moment(LedgerTime.ToMicroseconds(now));
        _now = Expression.Property(Expression.Constant(moment), nameof(Moment.Microseconds));
    }

    /// <summary>Whether a person must be linked to be permitted; else a link must not be that of somebody who is denied.</summary>
    public bool NeedsLink => !_terms.Needed.IsEmpty;

    /// <summary>The heads of the person of a link that permit, where none denies; or, where none is needed, those that deny.</summary>
    public Expression HeadsOf(ParameterExpression link)
    {
        var subject = Expression.Property(link, nameof(SubjectLinkRow.Subject));
        return NeedsLink
            ? Heads(WhereMethod, subject, "h", head => AnyOf(_terms.Needed.Select(needed => Needed(head, needed))))
            : Heads(WhereMethod, subject, "x", head => Forbidden(head, _terms.Forbidden));
    }

    /// <summary>The heads of the person of a link that show that they were told.</summary>
    public Expression ToldHeadsOf(ParameterExpression link, ToldTerm told) => Heads(
        WhereMethod,
        Expression.Property(link, nameof(SubjectLinkRow.Subject)),
        "t",
        head => AnyOf(told.Heads.GroupBy(term => (term.Kind, term.FoldVersion, term.Statuses)).Select(same => Expression.AndAlso(
            Expression.AndAlso(
                IsStream(head, same.Key.Kind, same.Select(term => term.Key)),
                Expression.Equal(Member(head, nameof(LedgerHeadRow.FoldVersion)), Expression.Constant(same.Key.FoldVersion))),
            IsIn(head, same.First())!))));

    private static Expression AnyOf(IEnumerable<Expression> conditions) => conditions.Aggregate(Expression.OrElse);

    private static MemberExpression Member(Expression head, string name) => Expression.Property(head, name);

    private static Expression OneOf(Expression value, IEnumerable<string> words) => AnyOf(words.Select(word => Expression.Equal(value, Expression.Constant(word))));

    private static BinaryExpression IsStream(Expression head, StreamKind kind, IEnumerable<StreamKey> keys) => Expression.AndAlso(
        Expression.Equal(Member(head, nameof(LedgerHeadRow.StreamKind)), Expression.Constant(kind.ToString())),
        OneOf(Member(head, nameof(LedgerHeadRow.StreamKey)), keys.Select(key => key.ToString())));

    private MethodCallExpression Heads(MethodInfo method, Expression subject, string name, Func<ParameterExpression, Expression> condition)
    {
        var head = Expression.Parameter(typeof(LedgerHeadRow), name);
        return Expression.Call(
            method,
            _heads,
            Expression.Quote(Expression.Lambda<Func<LedgerHeadRow, bool>>(Expression.AndAlso(Expression.Equal(Member(head, nameof(LedgerHeadRow.Subject)), subject), condition(head)), head)));
    }

    private BinaryExpression Needed(ParameterExpression head, NeededHead needed)
    {
        var term = needed.Head;

        // The head that permits is no other: looked at once, its row is read once.
        var others = _terms.Forbidden.Where(forbidden => forbidden.Kind != term.Kind || forbidden.Key != term.Key);
        var other = Heads(AnyMethod, Member(head, nameof(LedgerHeadRow.Subject)), "x", against => needed.OverruledBy.IsEmpty
            ? Forbidden(against, others)
            : Expression.OrElse(Forbidden(against, others), Overrules(against, head, needed)));
        return Expression.AndAlso(
            Expression.AndAlso(
                Expression.AndAlso(
                    IsStream(head, term.Kind, [term.Key]),
                    Expression.Equal(Member(head, nameof(LedgerHeadRow.FoldVersion)), Expression.Constant(term.FoldVersion))),
                IsIn(head, term)!),
            Expression.Not(other));
    }

    // Terms that differ in the key of their stream only are one condition.
    private Expression Forbidden(Expression head, IEnumerable<HeadTerm> terms) => AnyOf(terms
        .GroupBy(term => (term.Kind, term.FoldVersion, term.Statuses, term.StatusesOnceDue))
        .Select(same => Expression.AndAlso(
            IsStream(head, same.Key.Kind, same.Select(term => term.Key)),
            IsIn(head, same.First()) is { } denies ? Expression.OrElse(OfAnotherVersion(head, same.Key.FoldVersion), denies) : OfAnotherVersion(head, same.Key.FoldVersion))));

    private static BinaryExpression OfAnotherVersion(Expression head, int version) =>
        Expression.NotEqual(Member(head, nameof(LedgerHeadRow.FoldVersion)), Expression.Constant(version));

    private BinaryExpression Overrules(Expression against, Expression head, NeededHead needed)
    {
        var isLater = Expression.GreaterThanOrEqual(Member(against, nameof(LedgerHeadRow.Since)), Member(head, nameof(LedgerHeadRow.Since)));
        return Expression.AndAlso(
            AnyOf(needed.OverruledBy.Select(term => Expression.AndAlso(IsStream(against, term.Kind, [term.Key]), IsIn(against, term)!))),
            needed.OverruledWhenever.IsEmpty
                ? isLater
                : Expression.OrElse(isLater, OneOf(Member(head, nameof(LedgerHeadRow.Status)), needed.OverruledWhenever.Select(word => word.ToString()))));
    }

    // Most heads are never due: their words are compared alone.
    private Expression? IsIn(Expression head, HeadTerm term)
    {
        var (always, before, after) = (
            term.Statuses.Intersect(term.StatusesOnceDue).ToList(), term.Statuses.Except(term.StatusesOnceDue).ToList(), term.StatusesOnceDue.Except(term.Statuses).ToList());
        var due = Member(head, nameof(LedgerHeadRow.Due));
        var moment = Expression.Convert(_now, typeof(long?));
        Expression?[] conditions =
        [
            Words(always),
            Words(before) is { } words ? Expression.AndAlso(words, Expression.OrElse(Expression.Equal(due, Expression.Constant(null, typeof(long?))), Expression.GreaterThan(due, moment))) : null,
            Words(after) is { } late ? Expression.AndAlso(late, Expression.LessThanOrEqual(due, moment)) : null,
        ];
        return conditions.OfType<Expression>().Aggregate((Expression?)null, (all, one) => all is null ? one : Expression.OrElse(all, one));

        Expression? Words(List<StreamStatus> statuses) => statuses.Count == 0 ? null : OneOf(Member(head, nameof(LedgerHeadRow.Status)), statuses.Select(status => status.ToString()));
    }

    private sealed record Moment(long Microseconds);
}
