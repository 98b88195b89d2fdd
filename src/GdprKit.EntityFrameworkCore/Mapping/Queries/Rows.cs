using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Queries over entities whose class is known at run time only.</summary>
internal static class Rows
{
    private static readonly MethodInfo OfMethod = typeof(Rows).GetMethod(nameof(Of), BindingFlags.NonPublic | BindingFlags.Static, [typeof(DbContext), typeof(string)])!;

    /// <summary>All rows of an entity, those of derived entities included.</summary>
    public static IQueryable Of(DbContext context, IEntityType type) =>
        (IQueryable)OfMethod.MakeGenericMethod(type.ClrType).Invoke(null, [context, type.HasSharedClrType ? type.Name : null])!;

    /// <summary>A row of exactly this entity: rows of derived entities are told with those.</summary>
    public static Expression? IsExactly(Expression row, IEntityType type) => type.GetDerivedTypes().Any()
        ? Expression.Equal(Expression.Call(row, typeof(object).GetMethod(nameof(GetType))!), Expression.Constant(type.ClrType, typeof(Type)))
        : null;

    private static DbSet<TEntity> Of<TEntity>(DbContext context, string? name)
        where TEntity : class => name is null ? context.Set<TEntity>() : context.Set<TEntity>(name);
}
