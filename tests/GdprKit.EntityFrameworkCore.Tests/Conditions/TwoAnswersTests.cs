using GdprKit.EntityFrameworkCore.Library;
using GdprKit.Mapping;

namespace GdprKit.EntityFrameworkCore.Conditions;

/// <summary>A database knows true, false and unknown. A row is due, or it is not.</summary>
public sealed class TwoAnswersTests(PostgreSqlServer server)
{
    private static readonly Reader Mentor = new() { Id = 1, Name = "bert", Visits = 2, JoinedAt = Day(2001), LastSeen = new DateTime(2019, 1, 1), LeftOn = new DateOnly(2019, 1, 1) };

    private static DateTime Day(int year) => new(year, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task In_sqlite_a_row_meets_a_condition_or_its_opposite()
    {
        await using var library = LibraryDatabase.InSqlite();
        await CheckAsync(library);
    }

    [PostgreSqlFact]
    public async Task In_postgresql_a_row_meets_a_condition_or_its_opposite()
    {
        await using var library = await LibraryDatabase.InPostgreSqlAsync(server);
        await CheckAsync(library);
    }

    private static async Task CheckAsync(LibraryDatabase library)
    {
        var rows = library.Put(
        [
            Mentor,
            new() { Id = 2, Name = "anna", Card = "c1", Visits = 7, IsActive = true, JoinedAt = Day(2016), Mentor = Mentor, Loans = { new() { LentAt = Day(2016), Items = { new() { Fine = 3, DueAt = Day(2017) } } } } },
            new() { Id = 3, Name = "anna", JoinedAt = Day(2016), Loans = { new() { Card = "c1", LentAt = Day(2016), ReturnedAt = new DateTime(2017, 1, 1), Items = { new() } } } },
            new() { Id = 4, JoinedAt = Day(2016) },
        ]);
        var definition = new RowByRow(rows);
        var (readers, loans) = (library.Entity<Reader>(), library.Entity<Loan>());
        var conditions = Conditions(readers, loans).SelectMany(condition => new[] { condition, new RowCondition.Opposite(condition) }).ToValueList();
        var met = conditions.Select(condition => definition.Count<Reader>(readers, condition)).ToList();

        met.Chunk(2).Should().OnlyContain(pair => pair.Sum() == 4);
        (await library.Store.CountAsync(readers, RowCondition.Always, conditions, TestContext.Current.CancellationToken)).Should().Equal(met.Prepend(4));
        (await library.ReadAsync<Reader>(new RowRequest { Conditions = conditions })).Should().BeEquivalentTo(rows.OfType<Reader>().Select(row => new RowFacts(
            readers.Description.Name, [row.Id], [], conditions.Select(condition => definition.IsMet(condition, row, readers)).ToValueList())));
        for (var i = 0; i < conditions.Count; i++)
        {
            (await library.CountAsync<Reader>(conditions[i])).Should().Be(met[i], LibraryConditions.Text(conditions[i]));
        }
    }

    private static IEnumerable<RowCondition> Conditions(StoreEntity readers, StoreEntity loans) =>
    [
        .. LibraryConditions.Functions.Select(function => new RowCondition.Meets(function)),
        .. LibraryConditions.Times.Where(time => time.Type != typeof(DateOnly?)).SelectMany(time => new[]
        {
            new RowCondition.Between(time, new DateTime(1, 1, 2, 0, 0, 0, DateTimeKind.Utc), Day(2017)),
            new RowCondition.Between(time, Day(2017), null),
        }),
        .. readers.Owners.Select(owner => new RowCondition.HasOwner(owner)),
        new RowCondition.BelongsTo(SubjectId.Of(ShopKeys.Customers, 2)),
        new RowCondition.BelongsTo(SubjectId.Of(ShopKeys.Employees, "c1")),
        new RowCondition.HasRelated(loans.Description.Name, [PropertyPath.Parse("Card")], [PropertyPath.Parse("Card")], RowCondition.Always),
        new RowCondition.HasRelated(loans.Description.Name, [PropertyPath.Parse("Card")], [PropertyPath.Parse("Card")], new RowCondition.Between(LibraryConditions.LentAt, Day(2017), null)),
        RowCondition.Always,
        RowCondition.Never,
    ];
}
