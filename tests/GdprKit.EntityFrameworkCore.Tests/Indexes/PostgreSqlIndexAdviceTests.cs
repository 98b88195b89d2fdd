using System.Globalization;
using System.Text.RegularExpressions;
using GdprKit.Mapping;
using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Indexes;

public sealed partial class PostgreSqlIndexAdviceTests(PostgreSqlServer server) : IndexAdviceTests
{
    private protected override string Complaints => "\"front \"\"desk\"\"\".\"Complaint\"";

    private protected override Task<InnDatabase> CreateAsync() =>
        PostgreSqlInstallation.IsInstalled ? InnDatabase.InPostgreSqlAsync(server) : throw SkipException.ForSkip(PostgreSqlInstallation.Missing);

    [Fact]
    public async Task A_table_of_another_schema_is_named_with_it_and_its_names_are_quoted()
    {
        FillComplaints();

        var advice = (await Inn.AdviceAsync<Complaint>(Due<Complaint>("SettledAt"))).Should().ContainSingle().Subject;

        advice.Table.Should().Be("front \"desk\".Complaint");
        advice.Statement.Should().Be(StatementOf("IX_Complaint_SettledAt", Complaints, "\"SettledAt\""));
        Inn.Execute(advice.Statement);
        (await Inn.AdviceAsync<Complaint>(Due<Complaint>("SettledAt"))).Should().BeEmpty();
    }

    [Fact]
    public async Task An_index_that_was_not_finished_does_not_count()
    {
        FillComplaints();
        Inn.Execute($"""CREATE INDEX "broken" ON {Complaints} ("SettledAt")""");
        Inn.Execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = '\"front \"\"desk\"\"\".broken'::regclass");

        (await Inn.AdviceAsync<Complaint>(Due<Complaint>("SettledAt"))).Should().ContainSingle();
    }

    [Theory]
    [InlineData("brin", true)]
    [InlineData("hash", false)]
    public async Task An_index_of_another_method_counts_where_it_can_find_dates(string method, bool counts)
    {
        FillComplaints();
        Inn.Execute($"""CREATE INDEX "other" ON {Complaints} USING {method} ("SettledAt")""");

        (await Inn.AdviceAsync<Complaint>(Due<Complaint>("SettledAt"))).IsEmpty.Should().Be(counts);
    }

    [Fact]
    public async Task Columns_that_an_index_only_carries_along_do_not_count()
    {
        FillComplaints();
        Inn.Execute($"""CREATE INDEX "carries" ON {Complaints} ("InnId") INCLUDE ("RoomNumber")""");

        (await Inn.AdviceAsync<Room>(RowCondition.Always, Related<Complaint>(["InnId", "RoomNumber"], ["InnId", "Number"]))).Should().ContainSingle();
    }

    private protected override string StatementOf(string index, string table, string columns) => $"CREATE INDEX CONCURRENTLY \"{index}\" ON {table} ({columns});";

    private protected override void Fill(string table, string columns, string values, int count = 20_000)
    {
        Inn.Execute($"""
            INSERT INTO "{table}" ({columns}) SELECT {values.Replace("'2", "timestamp '2", StringComparison.Ordinal)} FROM generate_series(1, {count}) AS numbers (n)
            """);
        Analyze();
    }

    // Twice as fast at the least, by what the planner expects.
    private protected override void IsFaster(string before, string after) => Cost(after).Should().BeLessThan(Cost(before) / 2);

    private static double Cost(string plan) => double.Parse(Costs().Match(plan).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"cost=[\d.]+\.\.([\d.]+)")]
    private static partial Regex Costs();
}
