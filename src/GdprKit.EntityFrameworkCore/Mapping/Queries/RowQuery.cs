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

    /// <summary>The number of rows that meet a condition, and after it how many of them meet each of some others, from one statement.</summary>
    public abstract Task<ValueList<long>> CountAsync(ParameterExpression row, Expression? condition, IReadOnlyList<Expression> each, CancellationToken cancellationToken);

    public abstract IAsyncEnumerable<object?[]> ReadAsync(ParameterExpression row, Expression? condition, IEnumerable<Expression> values, int? limit = null);

    /// <summary>The statement that reads. No database is asked for it.</summary>
    public abstract string Text(ParameterExpression row, Expression? condition, IEnumerable<Expression> values);

    // Filters hide soft-deleted rows and those of other tenants from the application; they are personal data all the same.
    private sealed class Typed<TEntity>(IQueryable<TEntity> rows) : RowQuery
        where TEntity : class
    {
        // One group for every combination of answers: a database answers each condition once for a row, whatever it is made of.
        private const int BitsPerKey = 62;

        public override Task<long> CountAsync(ParameterExpression row, Expression? condition, CancellationToken cancellationToken) =>
            Where(row, condition).LongCountAsync(cancellationToken);

        public override async Task<ValueList<long>> CountAsync(ParameterExpression row, Expression? condition, IReadOnlyList<Expression> each, CancellationToken cancellationToken)
        {
            var groups = Where(row, condition)
                .Select(Expression.Lambda<Func<TEntity, AnswerKey>>(
                    Expression.MemberInit(Expression.New(typeof(AnswerKey)), KeyParts(each).Select((part, i) => Expression.Bind(AnswerKey.Parts[i], part))), row))
                .GroupBy(answers => answers)
                .Select(same => new { Answers = same.Key, Count = same.LongCount() })
                .AsAsyncEnumerable();
            var counts = new long[each.Count + 1];
            await foreach (var group in groups.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                counts[0] += group.Count;
                for (var i = 0; i < each.Count; i++)
                {
                    counts[i + 1] += (group.Answers[i / BitsPerKey] & (1L << (i % BitsPerKey))) != 0 ? group.Count : 0;
                }
            }

            return [.. counts];
        }

        private static IEnumerable<Expression> KeyParts(IEnumerable<Expression> each) => each.Chunk(BitsPerKey).Select(part => part
            .Select((met, i) => (Expression)Expression.Condition(met, Expression.Constant(1L << i), Expression.Constant(0L)))
            .Aggregate(Expression.Add));

        public override IAsyncEnumerable<object?[]> ReadAsync(ParameterExpression row, Expression? condition, IEnumerable<Expression> values, int? limit) =>
            Read(row, condition, values, limit).AsAsyncEnumerable();

        public override string Text(ParameterExpression row, Expression? condition, IEnumerable<Expression> values) =>
            Read(row, condition, values, limit: null).ToQueryString();

        private IQueryable<object?[]> Read(ParameterExpression row, Expression? condition, IEnumerable<Expression> values, int? limit)
        {
            var found = Where(row, condition);
            return (limit is { } enough ? found.Take(enough) : found)
                .Select(Expression.Lambda<Func<TEntity, object?[]>>(
                    Expression.NewArrayInit(typeof(object), values.Select(value => Expression.Convert(value, typeof(object)))), row));
        }

        private IQueryable<TEntity> Where(ParameterExpression row, Expression? condition)
        {
            var all = rows.IgnoreQueryFilters().AsNoTracking();
            return condition is null ? all : all.Where(Expression.Lambda<Func<TEntity, bool>>(condition, row));
        }
    }
}
