using System.Diagnostics;
using System.Linq.Expressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Says a formula as an expression that the database answers.</summary>
internal sealed class FormulaExpression(Dialect dialect)
{
    public Expression Of(Formula formula) => formula switch
    {
        Formula.Known known => Expression.Constant(known.IsMet),
        Formula.Said { IsMet: true } said => said.Statement.Condition,
        Formula.Said said => TwoValued.Opposite(said.Statement.Condition, dialect),
        Formula.Reaches { IsMet: true } reaches => reaches.Time.Reaches(reaches.Bound),
        Formula.Reaches misses => misses.Time.Misses(misses.Bound),
        Formula.All all => Join(all.Parts, isAll: true),
        Formula.Any any => Join(any.Parts, isAll: false),
        _ => throw new UnreachableException(),
    };

    private Expression Join(ValueList<Formula> parts, bool isAll)
    {
        var said = new List<Expression>();
        var left = parts.ToList();
        while (left.Count > 0)
        {
            var part = left[0];
            left.RemoveAt(0);
            // Two bounds of one date are one range.
            var other = part is Formula.Reaches { Time: var time } ? left.OfType<Formula.Reaches>().FirstOrDefault(reaches => reaches.Time == time) : null;
            if (other is not null)
            {
                left.Remove(other);
                said.Add(Range((Formula.Reaches)part, other, isAll));
            }
            else
            {
                said.Add(Of(part));
            }
        }

        return said.Count == 0 ? Expression.Constant(isAll) : said.Aggregate(isAll ? Expression.AndAlso : Expression.OrElse);
    }

    private static Expression Range(Formula.Reaches one, Formula.Reaches other, bool isAll)
    {
        var (reaches, misses) = one.IsMet ? (one, other) : (other, one);
        return isAll ? one.Time.IsIn(reaches.Bound, misses.Bound!) : one.Time.IsNotIn(misses.Bound, reaches.Bound!);
    }
}
