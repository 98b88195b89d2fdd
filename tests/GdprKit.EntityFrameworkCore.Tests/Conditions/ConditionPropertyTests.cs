using CsCheck;
using GdprKit.EntityFrameworkCore.Library;
using GdprKit.Mapping;

namespace GdprKit.EntityFrameworkCore.Conditions;

/// <summary>Whatever is asked of whatever rows: the database says what asking the objects one by one says.</summary>
public sealed class ConditionPropertyTests(PostgreSqlServer server)
{
    [Fact]
    public async Task Sqlite_says_what_the_objects_say()
    {
        await using var library = LibraryDatabase.InSqlite();
        await CheckAsync(library, rounds: 25);
    }

    [PostgreSqlFact]
    public async Task PostgreSql_says_what_the_objects_say()
    {
        await using var library = await LibraryDatabase.InPostgreSqlAsync(server);
        await CheckAsync(library, rounds: 25);
    }

    private static async Task CheckAsync(LibraryDatabase library, int rounds)
    {
        var (readers, loans) = (library.Entity<Reader>(), library.Entity<Loan>());
        var conditions = Gen.Select(LibraryConditions.Of(readers, loans), LibraryConditions.Of(readers, loans).Array[0, 4], Gen.Shuffle(LibraryConditions.Times, 3, 3));
        await Gen.Select(LibraryRows.Readers, conditions.Array[4]).SampleAsync(async (rows, questions) =>
        {
            var definition = new RowByRow(library.Put(rows));
            foreach (var (where, each, times) in questions)
            {
                var counts = await library.Store.CountAsync(readers, where, each.ToValueList(), CancellationToken.None);
                counts.Should().Equal(each.Select(condition => RowCondition.All(where, condition)).Prepend(where).Select(condition => definition.Count<Reader>(readers, condition)));

                var read = await library.ReadAsync<Reader>(new RowRequest { Where = where, Conditions = each.ToValueList(), Times = times.ToValueList() });
                read.Should().BeEquivalentTo(rows.Where(row => definition.IsMet(where, row, readers)).Select(row => new RowFacts(
                    readers.Description.Name,
                    [row.Id],
                    times.Select(time => RowByRow.TimeOf(time, row)).ToValueList(),
                    each.Select(condition => definition.IsMet(condition, row, readers)).ToValueList())));
            }
        }, iter: rounds, threads: 1, print: asked => string.Join("\n", asked.Item2.Select(each => $"{LibraryConditions.Text(each.Item1)} | {string.Join(" ; ", each.Item2.Select(LibraryConditions.Text))}")));
    }
}
