using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Faults;

/// <summary>What happens to a database in a file while the host runs.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gdprkit-faults-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder, "workshop.sqlite");

    private string Connection => new SqliteConnectionStringBuilder { DataSource = File, Pooling = false, DefaultTimeout = 1 }.ConnectionString;

    [Theory]
    [InlineData("ALTER TABLE client RENAME TO customer", "ALTER TABLE customer RENAME TO client")]
    [InlineData("ALTER TABLE client RENAME COLUMN SeenAt TO SeenOn", "ALTER TABLE client RENAME COLUMN SeenOn TO SeenAt")]
    public async Task A_database_that_changed_since_the_start_is_told_and_nothing_is_lost(string change, string back)
    {
        await using var workshop = await StartAsync();
        var before = await workshop.Retention.PreviewAsync(Token);
        await workshop.ExecuteAsync(change);

        await ChangedDatabase.CheckAsync(workshop, typeof(SqliteException));

        await workshop.ExecuteAsync(back);
        (await workshop.Retention.PreviewAsync(Token)).Digest.Should().Be(before.Digest);
        (await workshop.CountAsync()).Should().Be((2, 2));
    }

    [Fact]
    public async Task A_column_that_was_dropped_is_told()
    {
        await using var workshop = await StartAsync();
        await workshop.ExecuteAsync("ALTER TABLE client DROP COLUMN SeenAt");

        await ChangedDatabase.CheckAsync(workshop, typeof(SqliteException));
    }

    [Fact]
    public async Task A_file_that_goes_in_the_middle_of_a_preview_leaves_no_half_of_it()
    {
        await using var workshop = await StartAsync();
        workshop.During.Happens = () =>
        {
            Directory.Move(_folder, $"{_folder}-gone");
            return Task.CompletedTask;
        };

        var previewing = async () => await workshop.Retention.PreviewAsync(Token);

        (await previewing.Should().ThrowAsync<PersonalDataStoreException>()).WithMessage("GDPR3005: *").WithInnerException<SqliteException>();
        Directory.Move($"{_folder}-gone", _folder);
        (await workshop.Retention.PreviewAsync(Token)).Entities.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_file_that_is_locked_in_the_middle_of_a_preview_leaves_no_half_of_it()
    {
        await using var workshop = await StartAsync();
        // With a log of their own readers would not wait for a writer.
        await workshop.ExecuteAsync("PRAGMA journal_mode = DELETE");
        await using var other = new SqliteConnection(Connection);
        await other.OpenAsync(Token);
        await using var locking = other.CreateCommand();
        locking.CommandText = "BEGIN EXCLUSIVE";
        workshop.During.Happens = () => locking.ExecuteNonQueryAsync(Token);

        var previewing = async () => await workshop.Retention.PreviewAsync(Token);

        (await previewing.Should().ThrowAsync<PersonalDataStoreException>()).Which.InnerException.Should().BeOfType<SqliteException>().Which.SqliteErrorCode.Should().Be(5);
        locking.CommandText = "ROLLBACK";
        await locking.ExecuteNonQueryAsync(Token);
        (await workshop.Retention.PreviewAsync(Token)).Entities.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_preview_that_is_cancelled_in_the_middle_says_that_it_was_cancelled()
    {
        await using var workshop = await StartAsync();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        workshop.During.Happens = cancellation.CancelAsync;

        var previewing = async () => await workshop.Retention.PreviewAsync(cancellation.Token);

        await previewing.Should().ThrowAsync<OperationCanceledException>();
        (await workshop.Retention.PreviewAsync(Token)).Entities.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("'Canary-Name'")]
    [InlineData("'31-12-1999'")]
    [InlineData("'2001-13-45'")]
    [InlineData("-1")]
    [InlineData("99999999")]
    public async Task A_date_that_is_none_is_kept_for_ever_and_told_to_somebody(string written)
    {
        await using var workshop = await StartAsync();
        await workshop.ExecuteAsync($"UPDATE client SET SeenAt = {written} WHERE Id = 1");

        var held = await workshop.Retention.ExplainAsync(SubjectId.Of(ShopKeys.Customers, 1), Token).ToListAsync(Token);

        held.Should().HaveCount(2, "the job is dated by the client");
        held.SelectMany(row => row.Fields).Should().OnlyContain(field => field.Retention.Unresolved.Any(outcome => outcome.Obstacle!.Reason == UnresolvedReason.BeyondCalendar));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<Workshop> StartAsync() => Workshop.StartAsync(options => options.UseSqlite(Connection));
}
