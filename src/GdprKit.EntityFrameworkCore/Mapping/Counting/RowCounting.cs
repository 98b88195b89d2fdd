using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Counts rows, and how many of them meet each of several conditions, in one statement.</summary>
/// <param name="query">The rows.</param>
/// <param name="row">A row.</param>
/// <param name="isExactly">That it is of the entity itself; <see langword="null"/> when all are.</param>
/// <param name="context">The context that they are read through.</param>
internal sealed class RowCounting(RowQuery query, ParameterExpression row, Expression? isExactly, DbContext context)
{
    private readonly FormulaExpression _expression = new(Dialect.Of(context));
    private readonly CountColumns _columns = new();
    private readonly CountParameters _parameters = new(context);

    /// <summary>The number of rows, and of those that meet each condition.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="each">The conditions.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ValueList<long>> CountAsync(Formula rows, IReadOnlyList<Formula> each, CancellationToken cancellationToken)
    {
        var known = Assumptions.Of(rows);
        var conditions = each.Select(condition => Simplification.Of(condition, known)).ToList();
        if (conditions.TrueForAll(condition => condition is Formula.Known))
        {
            var all = await query.CountAsync(row, Where(rows), cancellationToken).ConfigureAwait(false);
            return [all, .. conditions.Select(condition => ((Formula.Known)condition).IsMet ? all : 0)];
        }

        var isFoundOnce = CountCost.IsFoundOnce(rows, conditions, Dialect.Of(context));
        string[] counts = ["COUNT(*)", .. conditions.Select(condition => Count(rows, condition, isFoundOnce))];
        var inner = query.Command(row, Where(rows), _columns.Values);
        await using (inner.ConfigureAwait(false))
        {
            var numbers = await new CountStatement(context)
                .ReadAsync(inner, _columns.Names, isFoundOnce && conditions.Exists(condition => condition.IsHeavy), counts, _parameters, cancellationToken).ConfigureAwait(false);
            return [.. numbers];
        }
    }

    private string Count(Formula rows, Formula condition, bool isFoundOnce) => condition switch
    {
        Formula.Known { IsMet: true } => "COUNT(*)",
        Formula.Known => "0",
        _ when isFoundOnce || !condition.IsHeavy => $"COUNT(CASE WHEN {new FormulaText(_columns, _parameters).Of(condition)} THEN 1 END)",
        // A count of its own, in which the database can join what the condition looks at.
        _ => $"MAX({_columns.Total(condition, () => CountApart(Where(Simplification.Of(new Formula.All([rows, condition]), Assumptions.None))!))})",
    };

    private Expression CountApart(Expression where)
    {
        var apart = Expression.Parameter(row.Type, "apart");
        return query.Count(apart, ReplacingExpressionVisitor.Replace(row, apart, where));
    }

    private Expression? Where(Formula rows) => (isExactly, rows) switch
    {
        (_, Formula.Known { IsMet: true }) => isExactly,
        (null, _) => _expression.Of(rows),
        _ => Expression.AndAlso(isExactly, _expression.Of(rows)),
    };
}
