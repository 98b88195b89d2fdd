using System.Linq.Expressions;
using System.Reflection;
using GdprKit.Decisions;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace GdprKit.EntityFrameworkCore;

/// <summary>The rows of a class that are people whom an activity is permitted for.</summary>
internal static class Audience
{
    private static readonly Expression Always = Expression.Constant(true);

    private static readonly MethodInfo WhereMethod = ((MethodCallExpression)((Expression<Func<IQueryable<SubjectLinkRow>, IQueryable<SubjectLinkRow>>>)(links => links.Where(link => true))).Body).Method;

    private static readonly MethodInfo SelectManyMethod = ((MethodCallExpression)((Expression<Func<IQueryable<SubjectLinkRow>, IQueryable<LedgerHeadRow>>>)(links => links.SelectMany(link => Array.Empty<LedgerHeadRow>()))).Body).Method;

    private static readonly MethodInfo AnyMethod = ((MethodCallExpression)((Expression<Func<IQueryable<LedgerHeadRow>, bool>>)(heads => heads.Any())).Body).Method;

    /// <summary>The condition on a row: it is about somebody, and the activity is permitted for everybody whom it is about; <see langword="null"/> where nobody is permitted.</summary>
    public static Expression<Func<TEntity, bool>>? Of<TEntity>(DbContext context, PersonalDataMap map, AudienceTerms terms, Instant now)
        where TEntity : class
    {
        var type = context.Model.FindEntityType(typeof(TEntity)) ?? throw NobodysRow(typeof(TEntity).Name, "the context does not have it");
        var row = Expression.Parameter(typeof(TEntity), "row");
        var people = OwnersOf(context, map, type).ConvertAll(owner => (Owner: owner, Key: new SubjectKeyExpression(row, type, owner.Key, Dialect.Of(context))));
        if (people.Count == 0)
        {
            throw NobodysRow(type.DisplayName(), "no map says that a row is a person or holds the key of one");
        }

        if (terms.Denied is not null)
        {
            return null;
        }

        var condition = new AudienceCondition(context, terms, now);
        var each = people.ConvertAll(person => (
            IsPerson: OptionalConditions.All(person.Owner.Condition is { } isPerson ? HostFunction.Of(isPerson, row) : null, person.Key.IsThere),
            IsPermitted: OptionalConditions.All(
                person.Key.CanBeAsked, Permitted(context, person.Owner, person.Key, condition), Told(context, person.Owner, person.Key, condition, terms.Told))!));
        var permitted = each is [var only]
            ? OptionalConditions.All(only.IsPerson, only.IsPermitted)!
            : Expression.AndAlso(
                each.ConvertAll(one => one.IsPerson ?? Always).Aggregate(Expression.OrElse),
                each.ConvertAll(one => one.IsPerson is null ? one.IsPermitted : Expression.OrElse(Expression.Not(one.IsPerson), one.IsPermitted)).Aggregate(Expression.AndAlso));
        return Expression.Lambda<Func<TEntity, bool>>(permitted, row);
    }

    private static Expression Permitted(DbContext context, OwnerPath owner, SubjectKeyExpression key, AudienceCondition condition)
    {
        var linked = Linked(context, owner, key, condition.HeadsOf);
        return condition.NeedsLink ? linked : Expression.Not(linked);
    }

    private static MethodCallExpression? Told(DbContext context, OwnerPath owner, SubjectKeyExpression key, AudienceCondition condition, ToldTerm? told) =>
        told is null || told.NotNeededOf.Contains(owner.Kind) ? null : Linked(context, owner, key, link => condition.ToldHeadsOf(link, told));

    private static MethodCallExpression Linked(DbContext context, OwnerPath owner, SubjectKeyExpression key, Func<ParameterExpression, Expression> headsOf)
    {
        var link = Expression.Parameter(typeof(SubjectLinkRow), "link");
        var links = Expression.Call(
            WhereMethod,
            context.Set<SubjectLinkRow>().AsQueryable().Expression,
            Expression.Quote(Expression.Lambda<Func<SubjectLinkRow, bool>>(
                Expression.AndAlso(
                    Expression.Equal(Expression.Property(link, nameof(SubjectLinkRow.SubjectKind)), Expression.Constant(owner.Kind.ToString())),

                    // The link stands first: where a database takes the collation of one side, it is that of the ledger.
                    Expression.Equal(Expression.Property(link, nameof(SubjectLinkRow.SubjectKey)), key.Text)),
                link)));

        // A join, which databases plan better than a question within a question.
        return Expression.Call(
            AnyMethod, Expression.Call(SelectManyMethod, links, Expression.Quote(Expression.Lambda<Func<SubjectLinkRow, IEnumerable<LedgerHeadRow>>>(headsOf(link), link))));
    }

    private static List<OwnerPath> OwnersOf(DbContext context, PersonalDataMap map, IEntityType type) =>
    [
        .. from store in map.Stores
           where store.Description.Name == context.GetType().Name
           from entity in store.Entities
           where entity.Description.Name == type.Name
           from owner in entity.Owners
           where owner.Steps.IsEmpty
           select owner,
    ];

    private static InvalidOperationException NobodysRow(string entity, string why) => new(
        $"{LedgerStoreMessages.NobodysRow}: an audience is to be chosen from {entity}, and {why}. Choose it from the class that IsSubject maps, and go on from there: db.Customers.WherePermitted(…).SelectMany(…).");
}
