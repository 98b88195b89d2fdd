using System.Diagnostics;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Says a formula about columns that an inner statement found, in words that every relational database knows.</summary>
/// <param name="columns">The columns.</param>
/// <param name="parameters">The bounds.</param>
internal sealed class FormulaText(CountColumns columns, CountParameters parameters)
{
    public string Of(Formula formula) => formula switch
    {
        Formula.Known known => known.IsMet ? "1 = 1" : "1 = 0",
        Formula.Said said => $"{columns.Marks(said.Statement, () => said.Statement.Condition)} IS {(said.IsMet ? "NOT " : "")}NULL",
        Formula.Reaches { Bound: null } any => $"{columns.Date(any.Time)} IS {(any.IsMet ? "NOT " : "")}NULL",
        Formula.Reaches { IsMet: true } reaches => Reaches(reaches),
        Formula.Reaches misses => $"({columns.Date(misses.Time)} IS NULL OR {IsBefore(misses)})",
        Formula.All all => $"({string.Join(" AND ", all.Parts.Select(part => part is Formula.Reaches { IsMet: false, Bound: not null } misses && IsThere(misses.Time, all) ? IsBefore(misses) : Of(part)))})",
        Formula.Any any => $"({string.Join(" OR ", any.Parts.Select(Of))})",
        _ => throw new UnreachableException(),
    };

    private static bool IsThere(RowTime time, Formula.All all) => all.Parts.Any(part => part is Formula.Reaches { IsMet: true } reaches && reaches.Time == time);

    private string Reaches(Formula.Reaches reaches)
    {
        var (bound, isBelow) = reaches.Time.Column.AsStored(reaches.Bound!);
        return $"{Date(reaches.Time)} {(isBelow ? ">" : ">=")} {parameters.Add(reaches.Time.Column, bound)}";
    }

    private string IsBefore(Formula.Reaches misses)
    {
        var (bound, isBelow) = misses.Time.Column.AsStored(misses.Bound!);
        return $"{Date(misses.Time)} {(isBelow ? "<=" : "<")} {parameters.Add(misses.Time.Column, bound)}";
    }

    private string Date(RowTime time) => time.Column.Collation is { } order ? $"{columns.Date(time)} COLLATE {order}" : columns.Date(time);
}
