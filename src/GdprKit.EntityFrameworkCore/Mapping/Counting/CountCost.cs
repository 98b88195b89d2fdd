namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Chooses between two ways to count by conditions that look at other rows: to find what they are about once for every row, or to
/// count each by itself, where a database can join what it looks at.
/// </summary>
internal static class CountCost
{
    // Measured on millions of rows: to look up the last invoice of every customer costs PostgreSQL about as much as four joins.
    // SQLite looks everything up in either case.
    private const int JoinsPerLookUp = 4;

    public static bool IsFoundOnce(Formula rows, IReadOnlyCollection<Formula> conditions, Dialect dialect)
    {
        var heavy = conditions.Where(condition => condition.IsHeavy).ToList();
        var found = heavy.SelectMany(Subjects).Distinct().Count();
        var joined = heavy.SelectMany(Subjects).Count() + (heavy.Count * Subjects(rows).Count());
        return !dialect.IsPostgreSql || joined > JoinsPerLookUp * found;
    }

    private static IEnumerable<object> Subjects(Formula formula) => formula switch
    {
        Formula.Said { IsHeavy: true } said => [said.Statement],
        Formula.Reaches { IsHeavy: true } reaches => [reaches.Time],
        Formula.All all => all.Parts.SelectMany(Subjects),
        Formula.Any any => any.Parts.SelectMany(Subjects),
        _ => [],
    };
}
