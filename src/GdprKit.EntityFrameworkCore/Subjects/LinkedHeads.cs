using System.Linq.Expressions;
using System.Reflection;
using GdprKit.Ledger;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Whether a head of the ledger is about the person whose a row is, as a condition that the database answers.</summary>
internal sealed class LinkedHeads(DbContext context, OwnerPredicate owners)
{
    private static readonly MethodInfo AnyOfLinks = ((MethodCallExpression)((Expression<Func<IQueryable<SubjectLinkRow>, bool>>)(links => links.Any(link => true))).Body).Method;

    /// <summary>Why the database cannot be asked of whom a path leads to; <see langword="null"/> when it can.</summary>
    /// <param name="model">The host's model.</param>
    /// <param name="context">The name of its context.</param>
    /// <param name="type">The entity.</param>
    /// <param name="owner">The path.</param>
    public static string? WhyNot(IModel model, string context, IEntityType type, OwnerPath owner) =>
        WhyNoLedger(model, context) is { } missing ? missing
        : SubjectKeyExpression.FindUnreadable(owner.Steps.IsEmpty ? type : model.FindEntityType(owner.Steps[^1].Entity)!, owner.Key) is { } unreadable
            ? $"the database cannot make the text of {unreadable.DeclaringType.DisplayName()}.{unreadable.Name}, by which a person is looked up in the ledger, because it is converted or of the type {unreadable.ClrType.Name}. Store it as a number, a text or a Guid"
        : null;

    /// <summary>Why no statement on the rows of a context can ask the ledger; <see langword="null"/> when one can.</summary>
    public static string? WhyNoLedger(IModel model, string context) => model.FindEntityType(typeof(LedgerHeadRow)) is null
        ? $"{context} does not have the tables of the ledger, so that no statement on its rows can ask the ledger. Call modelBuilder.UseGdprKit() in its OnModelCreating"
        : null;

    /// <summary>Whether the person to whom a path leads has one of some heads.</summary>
    /// <param name="row">The row.</param>
    /// <param name="type">Its entity.</param>
    /// <param name="owner">The path.</param>
    /// <param name="onDoubt">Whether a path holds for a row of which nobody knows whether it does.</param>
    /// <param name="heads">The heads.</param>
    public Expression Of(Expression row, IEntityType type, OwnerPath owner, bool onDoubt, IQueryable<LedgerHeadRow> heads)
    {
        var kind = owner.Kind.ToString();
        var linked = context.Set<SubjectLinkRow>().Where(link => link.SubjectKind == kind && heads.Any(head => head.Subject == link.Subject));
        return owners.OfKey(row, type, owner, onDoubt, (person, target, key) =>
        {
            var (link, text) = (Expression.Parameter(typeof(SubjectLinkRow), "linked"), new SubjectKeyExpression(person, target, key, owners.Dialect).Text);

            // The link stands first: where a database takes the collation of one side, it is that of the ledger.
            var isTheirs = Expression.Equal(Expression.Property(link, nameof(SubjectLinkRow.SubjectKey)), text);
            return Expression.Call(AnyOfLinks, linked.Expression, Expression.Quote(Expression.Lambda<Func<SubjectLinkRow, bool>>(isTheirs, link)));
        });
    }

    /// <summary>The condition of a row on the heads of its person.</summary>
    public Expression Of(Expression row, IEntityType type, RowCondition.HasHead condition) =>
        Of(row, type, condition.Owner, onDoubt: false, context.Set<LedgerHeadRow>().Where(Meets(condition)));

    private static Expression<Func<LedgerHeadRow, bool>> Meets(RowCondition.HasHead condition)
    {
        var head = Expression.Parameter(typeof(LedgerHeadRow), "head");
        var version = Expression.Property(head, nameof(LedgerHeadRow.FoldVersion));
        var isIn = IsIn(head, condition);
        var meets = condition.IsOther
            ? Expression.OrElse(Expression.NotEqual(version, Expression.Constant(condition.FoldVersion)), Expression.Not(isIn))
            : Expression.AndAlso(Expression.Equal(version, Expression.Constant(condition.FoldVersion)), isIn);
        return Expression.Lambda<Func<LedgerHeadRow, bool>>(
            OptionalConditions.All(
                Expression.Equal(Expression.Property(head, nameof(LedgerHeadRow.StreamKind)), Expression.Constant(condition.Kind.ToString())),
                OneOf(Expression.Property(head, nameof(LedgerHeadRow.StreamKey)), condition.Keys.Select(key => key.ToString())),
                meets)!,
            head);
    }

    private static Expression IsIn(Expression head, RowCondition.HasHead condition)
    {
        var (status, due) = (Expression.Property(head, nameof(LedgerHeadRow.Status)), Expression.Property(head, nameof(LedgerHeadRow.Due)));
        var before = condition.Before is { } instant ? LedgerTime.ToMicroseconds(instant) : (long?)null;
        var since = before is { } moment ? Expression.LessThan(Expression.Property(head, nameof(LedgerHeadRow.Since)), StatementParameter.Of(moment, typeof(long))) : null;

        // That it is due at all is asked apart: nothing that is empty is before anything, and its opposite would not be after it either.
        Expression isDue = Expression.NotEqual(due, Expression.Constant(null, typeof(long?)));
        var isOver = before is { } end ? Expression.AndAlso(isDue, Expression.LessThan(due, StatementParameter.Of(end, typeof(long?)))) : isDue;
        Expression?[] ways =
        [
            OneOf(status, condition.States.Select(state => state.ToString())) is { } states ? OptionalConditions.All(states, since) : null,
            OneOf(status, condition.StatesOnceDue.Select(state => state.ToString())) is { } later ? Expression.AndAlso(later, isOver) : null,
        ];
        return ways.OfType<Expression>().Aggregate((Expression?)null, (all, one) => all is null ? one : Expression.OrElse(all, one)) ?? Expression.Constant(false);
    }

    private static Expression? OneOf(Expression value, IEnumerable<string> words) =>
        words.Select(word => (Expression)Expression.Equal(value, Expression.Constant(word))).Aggregate((Expression?)null, (all, one) => all is null ? one : Expression.OrElse(all, one));
}
