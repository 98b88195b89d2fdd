using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GdprKit.EntityFrameworkCore.Faults;

/// <summary>What happens to a database on a server while the host runs.</summary>
public sealed class PostgreSqlFaultTests(PostgreSqlServer server)
{
    private const string TerminateOthers = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [PostgreSqlTheory]
    [InlineData("ALTER TABLE client RENAME TO customer", "ALTER TABLE customer RENAME TO client")]
    [InlineData("ALTER TABLE client RENAME COLUMN \"SeenAt\" TO \"SeenOn\"", "ALTER TABLE client RENAME COLUMN \"SeenOn\" TO \"SeenAt\"")]
    public async Task A_database_that_changed_since_the_start_is_told_and_nothing_is_lost(string change, string back)
    {
        await using var database = await server.CreateDatabaseAsync(Token);
        await using var workshop = await Workshop.StartAsync(options => options.UseNpgsql(database.ConnectionString));
        var before = await workshop.Retention.PreviewAsync(Token);
        await workshop.ExecuteAsync(change);

        await ChangedDatabase.CheckAsync(workshop, typeof(PostgresException));

        await workshop.ExecuteAsync(back);
        (await workshop.Retention.PreviewAsync(Token)).Digest.Should().Be(before.Digest);
        (await workshop.CountAsync()).Should().Be((2, 2));
    }

    [PostgreSqlFact]
    public async Task A_connection_that_is_cut_in_the_middle_of_a_preview_leaves_no_half_of_it()
    {
        await using var database = await server.CreateDatabaseAsync(Token);
        await using var workshop = await Workshop.StartAsync(options => options.UseNpgsql(database.ConnectionString));
        workshop.During.Happens = () => CutAsync(database);

        var previewing = async () => await workshop.Retention.PreviewAsync(Token);

        (await previewing.Should().ThrowAsync<PersonalDataStoreException>()).WithMessage("GDPR3005: *").Which.InnerException.Should().NotBeNull();
        (await workshop.Retention.PreviewAsync(Token)).Entities.Should().HaveCount(2);
        (await workshop.CountAsync()).Should().Be((2, 2));
    }

    [PostgreSqlFact]
    public async Task A_host_that_tries_again_previews_over_a_connection_that_is_cut()
    {
        await using var database = await server.CreateDatabaseAsync(Token);
        await using var workshop = await Workshop.StartAsync(options => options.UseNpgsql(database.ConnectionString, npgsql => npgsql.EnableRetryOnFailure()));
        var before = await workshop.Retention.PreviewAsync(Token);
        workshop.During.Happens = () => CutAsync(database);

        (await workshop.Retention.PreviewAsync(Token)).Digest.Should().Be(before.Digest);
    }

    [PostgreSqlFact]
    public async Task A_preview_that_is_cancelled_in_the_middle_says_that_it_was_cancelled()
    {
        await using var database = await server.CreateDatabaseAsync(Token);
        await using var workshop = await Workshop.StartAsync(options => options.UseNpgsql(database.ConnectionString));
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        workshop.During.Happens = cancellation.CancelAsync;

        var previewing = async () => await workshop.Retention.PreviewAsync(cancellation.Token);

        await previewing.Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task CutAsync(PostgreSqlDatabase database)
    {
        await using var other = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await other.OpenAsync(Token);
        await using var command = new NpgsqlCommand(TerminateOthers, other);
        await command.ExecuteNonQueryAsync(Token);
    }
}
