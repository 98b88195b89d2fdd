using System.Diagnostics;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using GdprKit.Mapping;
using GdprKit.Retention;
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
    private readonly KnownTexts _texts;
    private readonly ParameterExpression _row;
    private readonly FormulaExpression _expression;
    private readonly RowQuery _query;

    public RowQuestion(StoreEntity entity, IEntityType type, DbContext context, KnownTexts texts)
    {
        (_entity, _type, _context, _texts) = (entity, type, context, texts);
        _row = Expression.Parameter(type.ClrType, "row");
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

        var reading = await ReadingAsync(where, formulas => formulas.Of(each.Prepend(where)), cancellationToken).ConfigureAwait(false);
        await using (reading.ConfigureAwait(false))
        {
            var rows = Simplification.Of(reading.Value[0], Assumptions.None);
            return each.IsEmpty
                ? [await _query.CountAsync(_row, Where(rows), cancellationToken).ConfigureAwait(false)]
                : await new RowCounting(_query, _row, Rows.IsExactly(_row, _type), _context).CountAsync(rows, [.. reading.Value.Skip(1)], cancellationToken).ConfigureAwait(false);
        }
    }

    public async IAsyncEnumerable<RowFacts> ReadAsync(RowRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var keys = _entity.Description.Key.Count;
        var reading = await ReadingAsync(request.Where, formulas => Ask(request, formulas), cancellationToken).ConfigureAwait(false);
        await using (reading.ConfigureAwait(false))
        {
            var (where, dates, values) = reading.Value;
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
    }

    /// <summary>Finds the range of keys after another; <see langword="null"/> when the keys have no order.</summary>
    public async Task<RowCondition.InRange?> FindRangeAsync(RowCondition.InRange? last, int rows, CancellationToken cancellationToken)
    {
        if (RowKeys.FindOrdered(_type, _entity.Description.Key) is not { } key)
        {
            return null;
        }

        var after = last?.Through;
        var rest = RowKeys.IsIn(_row, _type, new RowCondition.InRange(key, after, null));
        return new RowCondition.InRange(
            key, after, await _query.FindAsync(_row, OptionalConditions.All(Rows.IsExactly(_row, _type), rest), RowAccess.Place(_row, _type, key), rows - 1, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Deletes rows or empties them, in the transaction of the context.</summary>
    /// <param name="disposal">What is to happen.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many rows changed.</returns>
    public async Task<long> DisposeOfAsync(RowDisposal disposal, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(disposal.Where, cancellationToken).ConfigureAwait(false);
        if (rows is Formula.Known { IsMet: false })
        {
            return 0;
        }

        var shielded = new ShieldPredicate(_context).Of(_row, _type, _entity, disposal.Shield);
        Expression?[] conditions =
        [
            Where(rows),
            shielded is null ? null : Expression.Not(shielded),
        ];
        return disposal.Change switch
        {
            RowChange.Delete => await _query.DeleteAsync(_row, OptionalConditions.All(conditions), cancellationToken).ConfigureAwait(false),
            RowChange.Archive archive => await _query.ChangeAsync(
                _row,
                OptionalConditions.All(conditions),
                [(RowAccess.Place(_row, _type, archive.Property), StatementParameter.Of(archive.IsArchived, typeof(bool)))],
                cancellationToken).ConfigureAwait(false),
            RowChange.Empty empty => await EmptyAsync(empty, conditions, cancellationToken).ConfigureAwait(false),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Locks rows until the end of the transaction; the next statement sees what others had done with them before.</summary>
    /// <param name="where">Which rows.</param>
    /// <param name="commands">Statements in the transaction of the context.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task LockAsync(RowCondition where, HostCommands commands, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(where, cancellationToken).ConfigureAwait(false);
        if (rows is not Formula.Known { IsMet: false })
        {
            await RowLock.TakeAsync(
                commands, _query.Command(_row, Where(rows), _entity.Description.Key.Select(path => RowAccess.Value(_row, _type, path))), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Formula> ReadAsync(RowCondition where, CancellationToken cancellationToken)
    {
        var reading = await ReadingAsync(where, formulas => formulas.Of([where]), cancellationToken).ConfigureAwait(false);
        await using (reading.ConfigureAwait(false))
        {
            return Simplification.Of(reading.Value[0], Assumptions.None);
        }
    }

    private async Task<long> EmptyAsync(RowChange.Empty empty, IEnumerable<Expression?> conditions, CancellationToken cancellationToken)
    {
        var equality = new OrdinalEquality(_context);
        var replaced = empty.Replacements.Select(replacement => (Replacement: replacement, Holds: RowValues.Holds(_row, _type, replacement, equality))).ToList();
        if (empty.Fields.IsEmpty && replaced.Count == 0)
        {
            return 0;
        }

        var holds = empty.Fields.Select(field => RowValues.Holds(_row, _type, field)).Concat(replaced.Select(each => each.Holds)).Aggregate(Expression.OrElse);
        return await _query.ChangeAsync(
            _row,
            OptionalConditions.All(conditions.Append(holds)),
            [
                .. empty.Fields.Select(field => (RowAccess.Place(_row, _type, field), default(Expression))),
                .. replaced.Select(each => Replace(RowAccess.Place(_row, _type, each.Replacement.Property), each.Replacement.By, each.Holds)),
            ],
            cancellationToken).ConfigureAwait(false);

        // What is empty, or was replaced before, stays as it is when something else in the row goes.
        (Expression Place, Expression? Value) Replace(Expression place, Replacement by, Expression isToGo) => (place, Expression.Condition(
            isToGo, by is Replacement.PerRow text ? RandomText.Of(text, equality.Dialect) : StatementParameter.Of(by.Make(), place.Type), place));
    }

    /// <summary>Whether Entity Framework Core makes a statement of a request. No database is asked for it.</summary>
    public bool IsTranslatable(RowRequest request)
    {
        try
        {
            // As texts that are no dates would have it, too.
            var (where, _, values) = Ask(request, Formulas(TextDates.Unknown()));
            _ = _query.Text(_row, where, values);
            return true;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private RowFormulas Formulas(TextDates texts) => new(_row, _type, _entity.Owners, _context, texts);

    /// <summary>What is made of formulas, when it is known which texts they are about; and the moment of which that is known.</summary>
    private async Task<Reading<T>> ReadingAsync<T>(RowCondition where, Func<RowFormulas, T> read, CancellationToken cancellationToken)
    {
        var unknown = TextDates.Unknown();
        var value = read(Formulas(unknown));
        if (unknown.Asked.Count == 0)
        {
            return new Reading<T>(value, null);
        }

        // To read every date of a column for the sake of a few rows would take longer than to compare theirs as nobody knows them.
        if (IsOfFew(where) && SqliteConnections.CanLearn(_context.Database.GetDbConnection()))
        {
            KnownTexts.Teach(_context, unknown.Asked);
            return new Reading<T>(value, null);
        }

        var moment = await SqliteMoment.OpenAsync(_context, cancellationToken).ConfigureAwait(false);
        try
        {
            return new Reading<T>(read(Formulas(await _texts.AtAsync(moment, _context, unknown.Asked, cancellationToken).ConfigureAwait(false))), moment);
        }
        catch
        {
            await moment.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static bool IsOfFew(RowCondition where) => where switch
    {
        RowCondition.BelongsTo or RowCondition.HasKey => true,
        RowCondition.HasRelated related => IsOfFew(related.That),
        RowCondition.AllOf all => all.Conditions.Any(IsOfFew),
        RowCondition.AnyOf any => any.Conditions.All(IsOfFew),
        _ => false,
    };

    private (Expression? Where, List<ReadValue> Dates, IEnumerable<Expression> Values) Ask(RowRequest request, RowFormulas reading)
    {
        var formulas = reading.Of(request.Conditions.Prepend(request.Where));
        var dates = request.Times.Select(reading.Times.Read).ToList();
        var rows = Simplification.Of(formulas[0], Assumptions.None);
        var known = Assumptions.Of(rows);
        return (Where(rows), dates,
        [
            .. _entity.Description.Key.Select(path => RowAccess.Value(_row, _type, path)),
            .. dates.Select(date => date.Asked),
            .. formulas.Skip(1).Select(formula => _expression.Of(Simplification.Of(formula, known))),
        ]);
    }

    private Expression? Where(Formula rows)
    {
        var meets = rows is Formula.Known { IsMet: true } ? null : _expression.Of(rows);
        return OptionalConditions.All(Rows.IsExactly(_row, _type), meets);
    }

    private sealed record Reading<T>(T Value, SqliteMoment? At) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => At?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
