using GdprKit.EntityFrameworkCore.Library;
using GdprKit.Mapping;

namespace GdprKit.EntityFrameworkCore.Conditions;

public sealed class CountingTests(PostgreSqlServer server)
{
    private static readonly DateTime From = new(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_sqlite_everything_is_counted_in_one_statement()
    {
        await using var library = LibraryDatabase.InSqlite();
        await CheckAsync(library);
    }

    [PostgreSqlFact]
    public async Task In_postgresql_everything_is_counted_in_one_statement()
    {
        await using var library = await LibraryDatabase.InPostgreSqlAsync(server);
        await CheckAsync(library);
    }

    [Fact]
    public async Task Two_dates_that_are_written_in_two_ways_and_are_the_same_are_told_apart()
    {
        await using var library = LibraryDatabase.InSqlite();
        library.Put([new() { Id = 1, Loans = { new() { LentAt = From.AddYears(3) } } }, new() { Id = 2, Loans = { new() { LentAt = From.AddYears(6) } } }]);
        RowCondition.Between Since(StoreTime time, int year) => new(time, From.AddYears(year), null);
        var (one, same) = (LibraryConditions.Time(r => r.Loans.Max(l => (DateTime?)l.LentAt)), LibraryConditions.Time(r => r.Loans.Max(l => l.LentAt)));

        (await CountAsync(library, RowCondition.Always, [Since(one, 1), Since(same, 4), Since(one, 5), Since(same, 9)])).Should().Equal(2, 2, 1, 1, 0);
    }

    [Fact]
    public async Task The_last_date_of_a_row_is_found_once_for_all_that_is_counted_by_it()
    {
        await using var library = LibraryDatabase.InSqlite();
        var last = LibraryConditions.Time(r => r.Loans.Max(l => (DateTime?)l.LentAt));
        library.Statements.Clear();

        await CountAsync(library, RowCondition.Always, [.. Enumerable.Range(0, 36).Select(month => new RowCondition.Between(last, From, From.AddMonths(month + 1)))]);

        library.Counts.Should().ContainSingle().Which.Split("SELECT MAX(").Should().HaveCount(2);
    }

    [PostgreSqlFact]
    public async Task PostgreSql_joins_what_few_conditions_look_at()
    {
        await using var library = await LibraryDatabase.InPostgreSqlAsync(server);
        var last = LibraryConditions.Time(r => r.Loans.Max(l => (DateTime?)l.LentAt));
        library.Statements.Clear();

        await CountAsync(library, RowCondition.Always, [new RowCondition.Between(last, From, From.AddYears(5))]);

        library.Statements.Should().ContainSingle().Which.Should().Contain("NOT EXISTS").And.NotContain("max(l", "the latest is not looked for");
    }

    [Fact]
    public async Task More_conditions_than_a_statement_holds_are_refused()
    {
        await using var library = LibraryDatabase.InSqlite();
        var many = Enumerable.Range(0, 1001).Select(day => (RowCondition)new RowCondition.Between(LibraryConditions.Times[1], From.AddDays(day), null)).ToValueList();

        var counting = async () => await CountAsync(library, RowCondition.Always, many);

        (await counting.Should().ThrowAsync<ArgumentException>()).WithMessage("GDPR3002: 1001 conditions are too many for one statement; at most 1000 are counted at once. Ask for them in parts.*");
        (await CountAsync(library, RowCondition.Always, many.Skip(1).ToValueList())).Should().HaveCount(1001);
    }

    private static async Task CheckAsync(LibraryDatabase library)
    {
        library.Put([new() { Id = 1, Visits = 1, JoinedAt = From }, new() { Id = 2, JoinedAt = From.AddDays(1), Loans = { new() { LentAt = From } } }, new() { Id = 3, Visits = 9, JoinedAt = From.AddDays(2) }]);
        RowCondition visited = new RowCondition.Meets((Reader r) => r.Visits > 3), borrowed = new RowCondition.Meets((Reader r) => r.Loans.Any(l => l.Card == null));
        RowCondition joined = new RowCondition.Between(LibraryConditions.Property("JoinedAt", typeof(DateTime)), From.AddDays(1), null);
        library.Statements.Clear();

        (await CountAsync(library, joined, [visited, borrowed, visited, RowCondition.Not(visited), RowCondition.Always, RowCondition.Never, joined, RowCondition.All(visited, borrowed)]))
            .Should().Equal(2, 1, 1, 1, 1, 2, 0, 2, 0);
        (await CountAsync(library, joined, [RowCondition.Always, RowCondition.Not(joined)])).Should().Equal(2, 2, 0);
        (await CountAsync(library, RowCondition.All(visited, borrowed), [visited, joined])).Should().Equal(0, 0, 0);
        library.Counts.Should().HaveCount(3);
    }

    private static ValueTask<ValueList<long>> CountAsync(LibraryDatabase library, RowCondition where, ValueList<RowCondition> each) =>
        library.Store.CountAsync(library.Entity<Reader>(), where, each, Token);
}
