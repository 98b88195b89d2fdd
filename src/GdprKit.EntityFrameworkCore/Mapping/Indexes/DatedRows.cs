using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Finds how a database can find the rows that meet a formula without reading the others: by dates that are over. Rows that have no date,
/// or only an early one, are few where a sweep runs every night; rows with later ones are most.
/// </summary>
/// <param name="type">The entity of the rows.</param>
/// <param name="model">The host's model.</param>
internal sealed class DatedRows(IEntityType type, IModel model)
{
    // What is said in more ways than this no planner takes apart.
    private const int MostWays = 16;

    private readonly StoredProperty _properties = new(model);

    /// <summary>The ways, each with what is looked for; none when every row must be read.</summary>
    public IReadOnlyList<ValueList<RowSearch>> Of(Formula formula) => formula switch
    {
        Formula.Reaches { IsMet: false, Time: PlainTime { Column.Property: { } date } time } => Of(time.Value, date),
        Formula.All all => [.. all.Parts.SelectMany(part => Of(part)).Distinct().Take(MostWays)],
        Formula.Any any => any.Parts.Select(part => Of(part)).Aggregate((IReadOnlyList<ValueList<RowSearch>>)[[]], Together),
        _ => [],
    };

    private static IReadOnlyList<ValueList<RowSearch>> Together(IReadOnlyList<ValueList<RowSearch>> some, IReadOnlyList<ValueList<RowSearch>> others) =>
        [.. some.SelectMany(one => others.Select(other => one.Concat(other).Distinct().ToValueList())).Take(MostWays)];

    private IReadOnlyList<ValueList<RowSearch>> Of(Expression value, IProperty date)
    {
        var steps = new List<RowSearch>();
        for (var at = StoredProperty.Strip(value); at is not ParameterExpression; at = Before(at))
        {
            switch (_properties.Navigation(at))
            {
                case null or INavigation { ForeignKey.IsOwnership: true }:
                    break;

                // From the row with the date back to the row that refers to it.
                case INavigation { IsOnDependent: true, ForeignKey: var key }:
                    steps.Add(new RowSearch(key.DeclaringEntityType, key.Properties.ToValueList(), null, IndexPurpose.FindRelated));
                    break;

                default:
                    return [];
            }
        }

        var holder = steps.Count == 0 ? type : date.DeclaringType.ContainingEntityType;
        return [[new RowSearch(holder, [date], null, IndexPurpose.FindByDate), .. steps]];
    }

    private static Expression Before(Expression value) => value switch
    {
        MemberExpression { Expression: { } row } => StoredProperty.Strip(row),
        UnaryExpression { Operand: var operand } => operand,
        MethodCallExpression { Arguments: [var row, ..] } => StoredProperty.Strip(row),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
