using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Counts and reads rows of a class that is known at run time only.</summary>
internal abstract class RowQuery
{
    public static RowQuery Of(DbContext context, IEntityType type) =>
        (RowQuery)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(type.ClrType), Rows.Of(context, type))!;

    public abstract Task<long> CountAsync(ParameterExpression row, Expression? condition, CancellationToken cancellationToken);

    public abstract IAsyncEnumerable<object?[]> ReadAsync(ParameterExpression row, Expression? condition, IEnumerable<Expression> values);

    // Filters hide soft-deleted rows and those of other tenants from the application; they are personal data all the same.
    private sealed class Typed<TEntity>(IQueryable<TEntity> rows) : RowQuery
        where TEntity : class
    {
        public override Task<long> CountAsync(ParameterExpression row, Expression? condition, CancellationToken cancellationToken) =>
            Where(row, condition).LongCountAsync(cancellationToken);

        public override IAsyncEnumerable<object?[]> ReadAsync(ParameterExpression row, Expression? condition, IEnumerable<Expression> values) =>
            Where(row, condition)
                .Select(Expression.Lambda<Func<TEntity, object?[]>>(
                    Expression.NewArrayInit(typeof(object), values.Select(value => Expression.Convert(value, typeof(object)))), row))
                .AsAsyncEnumerable();

        private IQueryable<TEntity> Where(ParameterExpression row, Expression? condition)
        {
            var all = rows.IgnoreQueryFilters().AsNoTracking();
            return condition is null ? all : all.Where(Expression.Lambda<Func<TEntity, bool>>(condition, row));
        }
    }
}
