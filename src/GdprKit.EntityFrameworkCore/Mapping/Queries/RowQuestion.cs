using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Puts questions about the rows of an entity to the database.</summary>
internal sealed class RowQuestion
{
    // Databases limit the columns and parameters of a statement; the strictest that is known holds twice as many.
    private const int MostConditions = 2 * IPersonalDataStore.MostConditions;

    private readonly StoreEntity _entity;
    private readonly IEntityType _type;
    private readonly DbContext _context;
    private readonly ParameterExpression _row;
    private readonly RowFormulas _formulas;
    private readonly FormulaExpression _expression;
    private readonly RowQuery _query;

    public RowQuestion(StoreEntity entity, IEntityType type, DbContext context)
    {
        (_entity, _type, _context) = (entity, type, context);
        _row = Expression.Parameter(type.ClrType, "row");
        _formulas = new RowFormulas(_row, type, entity.Owners, context);
        _expression = new FormulaExpression(Dialect.Of(context));
        _query = RowQuery.Of(context, type);
    }

    public async Task<ValueList<long>> CountAsync(RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken)
    {
        if (each.Count > MostConditions)
        {
            throw new ArgumentException(
                $"{StoreMessages.TooManyConditions}: {each.Count} conditions are too many for one statement; at most {MostConditions} are counted at once. Ask for them in parts.", nameof(each));
        }

        var formulas = _formulas.Of(each.Prepend(where));
        var rows = Simplification.Of(formulas[0], Assumptions.None);
        return each.IsEmpty
            ? [await _query.CountAsync(_row, Where(rows), cancellationToken).ConfigureAwait(false)]
            : await new RowCounting(_query, _row, Rows.IsExactly(_row, _type), _context).CountAsync(rows, [.. formulas.Skip(1)], cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<RowFacts> ReadAsync(RowRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var keys = _entity.Description.Key.Count;
        var dates = request.Times.Select(_formulas.Times.Read).ToList();
        var (where, values) = Ask(request, dates);
        await foreach (var answers in _query.ReadAsync(_row, where, values, request.Limit).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // A database may have sent many rows already, which come without waiting.
            cancellationToken.ThrowIfCancellationRequested();
            yield return new RowFacts(
                _entity.Description.Name,
                [.. answers.AsSpan(0, keys)],
                [.. dates.Select((date, i) => date.Read(answers[keys + i]))],
                answers.Skip(keys + dates.Count).Select(answer => answer is true).ToValueList());
        }
    }

    /// <summary>Whether Entity Framework Core makes a statement of a request. No database is asked for it.</summary>
    public bool IsTranslatable(RowRequest request)
    {
        try
        {
            var (where, values) = Ask(request, [.. request.Times.Select(_formulas.Times.Read)]);
            _ = _query.Text(_row, where, values);
            return true;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private (Expression? Where, IEnumerable<Expression> Values) Ask(RowRequest request, List<ReadValue> dates)
    {
        var formulas = _formulas.Of(request.Conditions.Prepend(request.Where));
        var rows = Simplification.Of(formulas[0], Assumptions.None);
        var known = Assumptions.Of(rows);
        return (Where(rows),
        [
            .. _entity.Description.Key.Select(path => RowAccess.Value(_row, _type, path)),
            .. dates.Select(date => date.Asked),
            .. formulas.Skip(1).Select(formula => _expression.Of(Simplification.Of(formula, known))),
        ]);
    }

    private Expression? Where(Formula rows)
    {
        var meets = rows is Formula.Known { IsMet: true } ? null : _expression.Of(rows);
        return (Rows.IsExactly(_row, _type), meets) switch
        {
            ({ } exactly, { } and) => Expression.AndAlso(exactly, and),
            var (exactly, and) => exactly ?? and,
        };
    }
}
