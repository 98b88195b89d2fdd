using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Puts questions about the rows of an entity to the database.</summary>
internal sealed class RowQuestion
{
    private readonly StoreEntity _entity;
    private readonly IEntityType _type;
    private readonly ParameterExpression _row;
    private readonly RowPredicate _predicate;
    private readonly RowQuery _query;

    public RowQuestion(StoreEntity entity, IEntityType type, DbContext context)
    {
        _entity = entity;
        _type = type;
        _row = Expression.Parameter(type.ClrType, "row");
        _predicate = new RowPredicate(context);
        _query = RowQuery.Of(context, type);
    }

    public async Task<ValueList<long>> CountAsync(RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken) => each.IsEmpty
        ? [await _query.CountAsync(_row, Where(where), cancellationToken).ConfigureAwait(false)]
        : await _query.CountAsync(_row, Where(where), [.. each.Select(Condition)], cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<RowFacts> ReadAsync(RowRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var keys = _entity.Description.Key.Count;
        var times = request.Times.Count;
        await foreach (var answers in _query.ReadAsync(_row, Where(request.Where), Values(request), request.Limit).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // A database may have sent many rows already, which come without waiting.
            cancellationToken.ThrowIfCancellationRequested();
            yield return new RowFacts(
                _entity.Description.Name,
                [.. answers.AsSpan(0, keys)],
                [.. answers.AsSpan(keys, times)],
                answers.Skip(keys + times).Select(answer => answer is true).ToValueList());
        }
    }

    public string? WhyUntranslatable(RowRequest request)
    {
        try
        {
            _ = _query.Text(_row, Where(request.Where), Values(request));
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return exception.Message;
        }
    }

    private IEnumerable<Expression> Values(RowRequest request) =>
    [
        .. _entity.Description.Key.Select(path => RowAccess.Value(_row, _type, path)),
        .. request.Times.Select(time => _predicate.Times.Of(time, _row, _type).Value),
        .. request.Conditions.Select(Condition),
    ];

    private Expression Condition(RowCondition condition) => _predicate.Of(condition, _row, _type, _entity);

    private Expression? Where(RowCondition condition)
    {
        var meets = condition == RowCondition.Always ? null : Condition(condition);
        return (Rows.IsExactly(_row, _type), meets) switch
        {
            ({ } exactly, { } and) => Expression.AndAlso(exactly, and),
            var (exactly, and) => exactly ?? and,
        };
    }
}
