using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Counts and reads rows of a class that is known at run time only.</summary>
internal abstract class RowQuery
{
    public static RowQuery Of(DbContext context, IEntityType type) =>
        (RowQuery)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(type.ClrType), context, Rows.Of(context, type))!;

    public abstract Task<long> CountAsync(ParameterExpression row, Expression? condition, CancellationToken cancellationToken);

    /// <summary>How many rows meet a condition, as an expression within another query.</summary>
    public abstract Expression Count(ParameterExpression row, Expression? condition);

    public abstract IAsyncEnumerable<object?[]> ReadAsync(ParameterExpression row, Expression? condition, IEnumerable<Expression> values, int? limit = null);

    /// <summary>The value of a key that stands a number of rows after the first that meets a condition, in the order of the key; <see langword="null"/> when there are not so many.</summary>
    public abstract Task<object?> FindAsync(ParameterExpression row, Expression? condition, Expression key, int skip, CancellationToken cancellationToken);

    /// <summary>The statement that reads, with its parameters, to be made part of another. No database is asked for it.</summary>
    public abstract DbCommand Command(ParameterExpression row, Expression? condition, IEnumerable<Expression> values);

    /// <summary>The statement that reads, in words. No database is asked for it.</summary>
    public abstract string Text(ParameterExpression row, Expression? condition, IEnumerable<Expression> values);

    public abstract Task<int> DeleteAsync(ParameterExpression row, Expression? condition, CancellationToken cancellationToken);

    /// <summary>Puts values in places of rows; <see langword="null"/> stands for none.</summary>
    public abstract Task<int> ChangeAsync(ParameterExpression row, Expression? condition, IEnumerable<(Expression Place, Expression? Value)> changes, CancellationToken cancellationToken);

    // Filters hide soft-deleted rows and those of other tenants from the application; they are personal data all the same.
    private sealed class Typed<TEntity>(DbContext context, IQueryable<TEntity> rows) : RowQuery
        where TEntity : class
    {
        private static readonly MethodInfo FindKeyMethod = typeof(Typed<TEntity>).GetMethod(nameof(FindKeyAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

        private static readonly MethodInfo SetMethod = typeof(Typed<TEntity>).GetMethod(nameof(Set), BindingFlags.NonPublic | BindingFlags.Static)!;

        public override Task<long> CountAsync(ParameterExpression row, Expression? condition, CancellationToken cancellationToken) =>
            Where(row, condition).LongCountAsync(cancellationToken);

        public override Expression Count(ParameterExpression row, Expression? condition) => condition is null
            ? Expression.Call(typeof(Queryable), nameof(Queryable.LongCount), [typeof(TEntity)], rows.Expression)
            : Expression.Call(typeof(Queryable), nameof(Queryable.LongCount), [typeof(TEntity)], rows.Expression, Expression.Quote(Expression.Lambda(condition, row)));

        public override IAsyncEnumerable<object?[]> ReadAsync(ParameterExpression row, Expression? condition, IEnumerable<Expression> values, int? limit) =>
            new RowStream(context, Read(row, condition, values, limit)).ReadAsync();

        public override Task<object?> FindAsync(ParameterExpression row, Expression? condition, Expression key, int skip, CancellationToken cancellationToken) =>
            (Task<object?>)FindKeyMethod.MakeGenericMethod(key.Type).Invoke(null, [Where(row, condition), Expression.Lambda(key, row), skip, cancellationToken])!;

        private static async Task<object?> FindKeyAsync<TKey>(IQueryable<TEntity> found, Expression<Func<TEntity, TKey>> key, int skip, CancellationToken cancellationToken)
        {
            var keys = await found.OrderBy(key).Select(key).Skip(skip).Take(1).ToListAsync(cancellationToken).ConfigureAwait(false);
            return keys is [var only] ? only : null;
        }

        public override DbCommand Command(ParameterExpression row, Expression? condition, IEnumerable<Expression> values) =>
            Read(row, condition, values, limit: null).CreateDbCommand();

        public override string Text(ParameterExpression row, Expression? condition, IEnumerable<Expression> values) =>
            Read(row, condition, values, limit: null).ToQueryString();

        public override Task<int> DeleteAsync(ParameterExpression row, Expression? condition, CancellationToken cancellationToken) =>
            Where(row, condition).ExecuteDeleteAsync(cancellationToken);

        public override Task<int> ChangeAsync(ParameterExpression row, Expression? condition, IEnumerable<(Expression Place, Expression? Value)> changes, CancellationToken cancellationToken) =>
            Where(row, condition).ExecuteUpdateAsync(
                setters =>
                {
                    foreach (var (place, value) in changes)
                    {
                        SetMethod.MakeGenericMethod(place.Type).Invoke(null, [setters, Expression.Lambda(place, row), value is null ? null : Expression.Lambda(value, row)]);
                    }
                },
                cancellationToken);

        private static void Set<TProperty>(UpdateSettersBuilder<TEntity> setters, Expression<Func<TEntity, TProperty>> place, Expression<Func<TEntity, TProperty>>? value)
        {
            if (value is null)
            {
                setters.SetProperty(place, default(TProperty)!);
            }
            else
            {
                setters.SetProperty(place, value);
            }
        }

        private IQueryable<object?[]> Read(ParameterExpression row, Expression? condition, IEnumerable<Expression> values, int? limit)
        {
            var found = Where(row, condition);
            return (limit is { } enough ? found.Take(enough) : found)
                .Select(Expression.Lambda<Func<TEntity, object?[]>>(
                    Expression.NewArrayInit(typeof(object), values.Select(value => Expression.Convert(value, typeof(object)))), row));
        }

        private IQueryable<TEntity> Where(ParameterExpression row, Expression? condition)
        {
            // In several queries, as a host may wish for its own, rows come from several moments, and are read whole before the first is told.
            var all = rows.IgnoreQueryFilters().AsNoTracking().AsSingleQuery();
            return condition is null ? all : all.Where(Expression.Lambda<Func<TEntity, bool>>(condition, row));
        }
    }
}
