using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GdprKit;

/// <summary>Keeps what is archived out of the application's own queries, and shows it to those who may see it.</summary>
/// <remarks>
/// Archived is what is kept for the law only ("afgeschermd"): a retention run marks the rows, by the property that the map names with <c>Archived(…)</c>. Everything of GdprKit sees them
/// as before: what is due goes, access requests are answered, holds hold.
/// </remarks>
public static class GdprKitArchiveExtensions
{
    /// <summary>The name of the query filter.</summary>
    public const string ArchiveFilter = "GdprKit.Archive";

    /// <summary>
    /// Hides archived rows from every query of the application, also where they are reached over a navigation. It is a query filter with a name, <see cref="ArchiveFilter"/>, and stands beside others that have a name; give one without a
    /// name one, <c>HasQueryFilter("Tenant", …)</c>, because a model holds either kind for an entity.
    /// </summary>
    /// <typeparam name="TEntity">The class.</typeparam>
    /// <param name="entity">The entity in the model of the application.</param>
    /// <param name="isArchived">The property that the map names with <c>Archived(…)</c>.</param>
    public static EntityTypeBuilder<TEntity> HidesArchived<TEntity>(this EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, bool>> isArchived)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(isArchived);
        return entity.HasQueryFilter(ArchiveFilter, Expression.Lambda<Func<TEntity, bool>>(Expression.Not(isArchived.Body), isArchived.Parameters));
    }

    /// <summary>
    /// Shows archived rows as well, in this query only; other filters of the model stay. Ask who is at the screen for the policy <c>GdprKit.ReadArchive</c> before (<c>GdprKitPolicies.ReadArchive</c> of GdprKit.AspNetCore).
    /// </summary>
    /// <typeparam name="TEntity">The class.</typeparam>
    /// <param name="rows">The query.</param>
    public static IQueryable<TEntity> IncludingArchived<TEntity>(this IQueryable<TEntity> rows)
        where TEntity : class => rows.IgnoreQueryFilters([ArchiveFilter]);
}
