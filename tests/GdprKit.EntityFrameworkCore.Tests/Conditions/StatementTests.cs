using System.Text.RegularExpressions;
using GdprKit.EntityFrameworkCore.Library;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Conditions;

/// <summary>The statements are those that somebody would write by hand who knows the database.</summary>
public sealed partial class StatementTests(PostgreSqlServer server)
{
    private static readonly DateTime From = new(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly DateTime Until = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [PostgreSqlTheory]
    [InlineData("JoinedAt", false, "SELECT count(*) FROM \"Readers\" AS r WHERE r.\"JoinedAt\" >= @ AND r.\"JoinedAt\" < @")]
    [InlineData("JoinedAt", true, "SELECT count(*) FROM \"Readers\" AS r WHERE r.\"JoinedAt\" < @ OR r.\"JoinedAt\" >= @")]
    [InlineData("LastSeen", false, "SELECT count(*) FROM \"Readers\" AS r WHERE r.\"LastSeen\" >= @ AND r.\"LastSeen\" < @")]
    [InlineData("LastSeen", true, "SELECT count(*) FROM \"Readers\" AS r WHERE r.\"LastSeen\" IS NULL OR r.\"LastSeen\" < @ OR r.\"LastSeen\" >= @")]
    public async Task A_date_in_a_column_is_compared_with_its_bounds(string property, bool isNegated, string expected)
    {
        await using var library = await LibraryDatabase.InPostgreSqlAsync(server);
        var between = new RowCondition.Between(LibraryConditions.Property(property, typeof(DateTime?)), From, Until);

        (await StatementAsync(library, isNegated ? RowCondition.Not(between) : between)).Should().Be(expected);
    }

    [Fact]
    public async Task A_date_in_a_column_of_texts_is_compared_with_its_bounds_once_it_is_known_that_all_texts_are_dates()
    {
        const string Moment = "SELECT total_changes(), (SELECT data_version FROM pragma_data_version), (SELECT schema_version FROM pragma_schema_version), (SELECT COUNT(*) FROM sqlite_master)";
        const string Look = "SELECT \"JoinedAt\" FROM \"Readers\" WHERE \"JoinedAt\" IS NOT NULL";
        const string Plain = "SELECT COUNT(*) FROM \"Readers\" AS \"r\" WHERE \"r\".\"JoinedAt\" > @ AND \"r\".\"JoinedAt\" <= @";
        const string Guarded = "SELECT COUNT(*) FROM \"Readers\" AS \"r\" WHERE CAST(\"r\".\"JoinedAt\" AS TEXT) COLLATE GDPRKIT_GdprKit_EntityFrameworkCore_Library_Reader_JoinedAt >= @"
            + " AND CAST(\"r\".\"JoinedAt\" AS TEXT) COLLATE GDPRKIT_GdprKit_EntityFrameworkCore_Library_Reader_JoinedAt < @";
        await using var library = LibraryDatabase.InSqlite();
        library.Put([new() { Id = 1, JoinedAt = From }]);
        var between = new RowCondition.Between(LibraryConditions.Property("JoinedAt", typeof(DateTime?)), new DateTime(1, 1, 2, 0, 0, 0, DateTimeKind.Utc), Until);

        (await StatementsAsync(library, between)).Should().Equal(Moment, Look, Plain);
        (await StatementsAsync(library, between)).Should().Equal([Moment, Plain], "nobody changed anything");
        library.Save(context => context.Database.ExecuteSql($"UPDATE \"Readers\" SET \"JoinedAt\" = '2001-13-45' WHERE \"Id\" = 1"));
        (await StatementsAsync(library, between)).Should().Equal(Moment, Look, Guarded);
        (await StatementsAsync(library, between)).Should().Equal(Moment, Guarded);
        library.Save(context => context.Database.ExecuteSql($"UPDATE \"Readers\" SET \"JoinedAt\" = '2001-12-31' WHERE \"Id\" = 1"));
        (await StatementsAsync(library, between)).Should().Equal(Moment, Look, Plain);
    }

    [PostgreSqlFact]
    public async Task The_last_date_of_many_rows_is_not_looked_for_but_that_there_is_none_later()
    {
        await using var library = await LibraryDatabase.InPostgreSqlAsync(server);
        var between = new RowCondition.Between(LibraryConditions.Time(r => r.Loans.Max(l => (DateTime?)l.LentAt)), From, Until);

        (await StatementAsync(library, between)).Should().Be(
            """
            SELECT count(*) FROM "Readers" AS r WHERE EXISTS ( SELECT 1 FROM "Loans" AS l WHERE r."Id" = l."ReaderId" AND l."LentAt" >= @)
             AND NOT EXISTS ( SELECT 1 FROM "Loans" AS l0 WHERE r."Id" = l0."ReaderId" AND l0."LentAt" >= @)
            """.ReplaceLineEndings(""));
        (await StatementAsync(library, RowCondition.Not(between))).Should().Be(
            """
            SELECT count(*) FROM "Readers" AS r WHERE NOT EXISTS ( SELECT 1 FROM "Loans" AS l WHERE r."Id" = l."ReaderId" AND l."LentAt" >= @)
             OR EXISTS ( SELECT 1 FROM "Loans" AS l0 WHERE r."Id" = l0."ReaderId" AND l0."LentAt" >= @)
            """.ReplaceLineEndings(""));
    }

    [PostgreSqlFact]
    public async Task The_first_date_of_rows_several_steps_away_is_not_looked_for_either()
    {
        await using var library = await LibraryDatabase.InPostgreSqlAsync(server);
        var between = new RowCondition.Between(LibraryConditions.Time(r => r.Loans.Where(l => l.Card != null).SelectMany(l => l.Items).Min(i => i.DueAt)), From, Until);

        (await StatementAsync(library, between)).Should().Be(
            """
            SELECT count(*) FROM "Readers" AS r WHERE EXISTS ( SELECT 1 FROM "Loans" AS l INNER JOIN "LoanItem" AS l0 ON l."Id" = l0."LoanId" WHERE r."Id" = l."ReaderId" AND l."Card" IS NOT NULL AND l0."DueAt" < @)
             AND NOT EXISTS ( SELECT 1 FROM "Loans" AS l1 INNER JOIN "LoanItem" AS l2 ON l1."Id" = l2."LoanId" WHERE r."Id" = l1."ReaderId" AND l1."Card" IS NOT NULL AND l2."DueAt" < @)
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task What_nothing_refers_to_is_found_by_an_anti_join_without_the_empty_keys()
    {
        await using var library = LibraryDatabase.InSqlite();
        var related = new RowCondition.HasRelated(library.Entity<Loan>().Description.Name, [PropertyPath.Parse("ReaderId")], [PropertyPath.Parse("MentorId")], RowCondition.Always);

        (await StatementAsync(library, RowCondition.Not(related))).Should().Be(
            "SELECT COUNT(*) FROM \"Readers\" AS \"r\" WHERE NOT EXISTS ( SELECT 1 FROM \"Loans\" AS \"l\" WHERE \"l\".\"ReaderId\" = \"r\".\"MentorId\")");
    }

    [Fact]
    public async Task A_function_of_the_map_is_negated_where_an_index_still_serves()
    {
        await using var library = LibraryDatabase.InSqlite();

        (await StatementAsync(library, RowCondition.Not(Meets(r => r.Visits > 3)))).Should().Be(
            "SELECT COUNT(*) FROM \"Readers\" AS \"r\" WHERE \"r\".\"Visits\" IS NULL OR \"r\".\"Visits\" <= 3");
        (await StatementAsync(library, RowCondition.Not(Meets(r => r.Loans.Any() && r.Visits != 2)))).Should().Be(
            "SELECT COUNT(*) FROM \"Readers\" AS \"r\" WHERE \"r\".\"Visits\" = 2 OR NOT EXISTS ( SELECT 1 FROM \"Loans\" AS \"l\" WHERE \"r\".\"Id\" = \"l\".\"ReaderId\")");
    }

    private static RowCondition.Meets Meets(System.Linq.Expressions.Expression<Func<Reader, bool>> function) => new(function);

    private static async Task<string> StatementAsync(LibraryDatabase library, RowCondition where) => (await StatementsAsync(library, where)).Should().ContainSingle().Subject;

    private static async Task<List<string>> StatementsAsync(LibraryDatabase library, RowCondition where)
    {
        library.Statements.Clear();
        await library.CountAsync<Reader>(where);
        return [.. library.Statements.Select(text => Parameter().Replace(Space().Replace(text[text.IndexOf("SELECT", StringComparison.Ordinal)..], " "), "@").Trim())];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();
}
