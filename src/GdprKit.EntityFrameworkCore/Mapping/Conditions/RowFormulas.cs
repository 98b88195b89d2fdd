using System.Diagnostics;
using System.Linq.Expressions;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Reads conditions on a row as formulas.</summary>
/// <param name="row">The row.</param>
/// <param name="type">Its entity.</param>
/// <param name="owners">Whose row it is; none where nobody asks.</param>
/// <param name="context">The context that the host's data are read through.</param>
/// <param name="texts">What is known of dates that are texts.</param>
internal sealed class RowFormulas(Expression row, IEntityType type, ValueList<OwnerPath> owners, DbContext context, TextDates texts)
{
    private readonly OwnerPredicate _owners = new(context);
    private readonly Dictionary<RowCondition, Expression> _conditions = [];
    private readonly Dictionary<(OwnerPath Owner, SubjectId Subject), Expression?> _people = [];
    private readonly Dictionary<(OwnerPath Owner, ValueList<SubjectId> People), Expression?> _groups = [];
    private readonly Dictionary<Expression, Statement> _statements = new(ExpressionEqualityComparer.Instance);

    private OrdinalEquality Equality => field ??= new OrdinalEquality(context);

    /// <summary>The dates of the row.</summary>
    public RowTimes Times { get; } = new(row, type, context.Model, Dialect.Of(context), texts);

    /// <summary>The formulas of several conditions, so that what one says of another is known.</summary>
    public IReadOnlyList<Formula> Of(IEnumerable<RowCondition> conditions)
    {
        var read = conditions.Select(Read).ToList();
        return [.. read.Select(Recognize)];
    }

    private Formula Read(RowCondition condition) => condition switch
    {
        RowCondition.Opposite opposite => Read(opposite.Condition).Opposite,
        RowCondition.AllOf all => new Formula.All(all.Conditions.Select(Read).ToValueList()),
        RowCondition.AnyOf any => new Formula.Any(Together(any.Conditions).ToValueList()),
        RowCondition.Between between => Between(between),
        RowCondition.BelongsTo belongs => new Formula.Any(Ways(belongs).Select(owner => Said(Theirs(owner, belongs.Subject))).ToValueList()),
        RowCondition.Holds holds => new Formula.Any(
        [
            .. holds.Fields.Select(field => Said(RowValues.Holds(row, type, field))),
            .. holds.Replacements.Select(replacement => Said(RowValues.Holds(row, type, replacement, Equality))),
        ]),
        RowCondition.HasKey has => Said(RowKeys.IsOneOf(row, type, has.Properties, has.Keys)),
        RowCondition.InRange range => RowKeys.IsIn(row, type, range) is { } isIn ? Said(isIn) : new Formula.Known(true),
        RowCondition.HasOwner or RowCondition.Meets or RowCondition.HasRelated or RowCondition.HasHead => Said(Condition(condition)),
        _ => throw new UnreachableException(),
    };

    // Many people by one path are one condition: to look at each of them in relation to every other takes longer than to ask the database.
    private IEnumerable<Formula> Together(ValueList<RowCondition> conditions)
    {
        var several = conditions.OfType<RowCondition.BelongsTo>().Where(belongs => belongs.By is not null).GroupBy(belongs => belongs.By!).Where(theirs => theirs.Skip(1).Any()).ToDictionary(theirs => theirs.Key);
        return conditions
            .Where(condition => condition is not RowCondition.BelongsTo { By: { } by } || !several.ContainsKey(by))
            .Select(Read)
            .Concat(several.Values.Select(theirs => Said(Theirs(theirs.Key, theirs.Select(belongs => belongs.Subject).ToValueList()))));
    }

    private Formula.Any Between(RowCondition.Between between)
    {
        var times = Times.Alternatives(between.Time);
        return new Formula.Any(times.Select((time, i) => (Formula)new Formula.All(
        [
            .. times.Take(i).Select(before => Reaches(before, null, isMet: false)),
            Reaches(time, between.From, isMet: true),
            .. between.Until is { } until ? [Reaches(time, until, isMet: false)] : Array.Empty<Formula>(),
        ])).ToValueList());
    }

    private ValueList<OwnerPath> Ways(RowCondition.BelongsTo belongs) => belongs.By is { } named ? [named] : owners;

    private Expression Condition(RowCondition condition)
    {
        if (!_conditions.TryGetValue(condition, out var known))
        {
            _conditions.Add(condition, known = condition switch
            {
                RowCondition.Meets meets => HostFunction.Of(meets.Function, row),
                RowCondition.HasOwner has => _owners.OfAnybody(row, type, has.Owner),
                RowCondition.HasRelated related => Related(related),
                RowCondition.HasHead head => new LinkedHeads(context, _owners).Of(row, type, head),
                _ => throw new UnreachableException(),
            });
        }

        return known;
    }

    // The same object for the same person, so that a question that names them often asks the database once.
    private Expression? Theirs(OwnerPath owner, SubjectId subject)
    {
        if (!_people.TryGetValue((owner, subject), out var known))
        {
            _people.Add((owner, subject), known = _owners.Of(row, type, owner, subject));
        }

        return known;
    }

    private Expression? Theirs(OwnerPath owner, ValueList<SubjectId> people)
    {
        if (!_groups.TryGetValue((owner, people), out var known))
        {
            _groups.Add((owner, people), known = _owners.OfAny(row, type, owner, people));
        }

        return known;
    }

    private Expression Related(RowCondition.HasRelated related)
    {
        var target = context.Model.FindEntityType(related.Entity)!;
        // Of the other row nobody knows the owners; whoever asks whose it is says by which path.
        return _owners.Exists(row, type, related.Here, target, related.There, "related", other =>
            new FormulaExpression(_owners.Dialect).Of(Simplification.Of(new RowFormulas(other, target, [], context, texts).Of([related.That])[0], Assumptions.None)));
    }

    // A map can say of an event that nobody writes it down: then no row has the date, and the database need not be asked.
    private static Formula Reaches(RowTime time, object? bound, bool isMet) =>
        IsNothing(time.Value) ? new Formula.Known(!isMet) : new Formula.Reaches(time, bound, isMet);

    private static bool IsNothing(Expression value) => value switch
    {
        ConstantExpression constant => constant.Value is null,
        UnaryExpression { NodeType: ExpressionType.Convert, Operand: var operand } => IsNothing(operand),
        _ => false,
    };

    private Formula Said(Expression? condition) => condition switch
    {
        null => Formula.Never,
        ConstantExpression { Value: bool known } => new Formula.Known(known),
        BinaryExpression { NodeType: ExpressionType.AndAlso } both => new Formula.All([Said(both.Left), Said(both.Right)]),
        BinaryExpression { NodeType: ExpressionType.OrElse } either => new Formula.Any([Said(either.Left), Said(either.Right)]),
        UnaryExpression { NodeType: ExpressionType.Not, Operand: var positive } when TwoValued.IsAlwaysKnown(positive, _owners.Dialect) => Said(positive).Opposite,
        _ => new Formula.Said(StatementOf(condition), IsMet: true),
    };

    private Statement StatementOf(Expression condition)
    {
        if (!_statements.TryGetValue(condition, out var statement))
        {
            _statements.Add(condition, statement = new Statement(condition));
        }

        return statement;
    }

    /// <summary>A formula in which "there are invoices" says the same as "the last invoice has a date".</summary>
    private Formula Recognize(Formula formula) => formula switch
    {
        Formula.All all => new Formula.All(all.Parts.Select(Recognize).ToValueList()),
        Formula.Any any => new Formula.Any(any.Parts.Select(Recognize).ToValueList()),
        Formula.Said { Statement.Condition: MethodCallExpression { Method.Name: nameof(Enumerable.Any), Arguments: [var rows] } call } said when Sequences.IsCall(call) =>
            Times.Known.OfType<ExtremeTime>().FirstOrDefault(time => time.IsOfEvery && ExpressionEqualityComparer.Instance.Equals(time.Rows, rows)) is { } time
                ? new Formula.Reaches(time, null, said.IsMet)
                : said,
        _ => formula,
    };
}
