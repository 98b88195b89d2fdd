using GdprKit.EntityFrameworkCore.Chinook;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.EntityFrameworkCore.Starter;

/// <summary>A proposal does not only compile: the database answers it.</summary>
public sealed class ProposedChinookTests
{
    private static string Connection => $"Data Source={Path.Combine(AppContext.BaseDirectory, "Chinook", "Chinook.sqlite")};Mode=ReadOnly";

    [Fact]
    public async Task What_is_due_by_the_proposal_is_what_a_hand_written_statement_counts()
    {
        var proposed = ProposedCode.Of<ChinookContext>();
        var services = new ServiceCollection()
            .AddDbContext<ChinookContext>(options => options.UseSqlite(Connection))
            .AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2027, 3, 1, 10, 0)))
            .AddGdprKit(gdpr => gdpr.UseRegister(proposed.Register).UseEntityFrameworkCore<ChinookContext>());
        foreach (var map in proposed.Maps)
        {
            services.AddSingleton(map);
        }

        await using var provider = services.BuildServiceProvider();
        var preview = await provider.GetRequiredService<DataRetention>().PreviewAsync(TestContext.Current.CancellationToken);

        var due = Query("SELECT count(*) FROM Customer c WHERE (SELECT max(InvoiceDate) FROM Invoice i WHERE i.CustomerId = c.CustomerId) < '2025-03-01'");
        var customers = preview.Entities.Single(entity => entity.Entity == typeof(Customer).FullName);
        customers.Groups.Single(group => group.Fields.Contains(PropertyPath.Parse("Phone"))).Due.Should().Be(due).And.BePositive();
        customers.Groups.Single(group => group.Fields.Contains(PropertyPath.Parse("LastName"))).Due.Should().Be(0, "invoices have to be kept");
        preview.Entities.Single(entity => entity.Entity == typeof(Employee).FullName).Groups.Should().OnlyContain(group => group.Due == 0, "nobody knows who left");
    }

    private static long Query(string sql)
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        return (long)command.ExecuteScalar()!;
    }
}
