using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>In SQLite one writes at a time, and a run waits for the application as the application waits for it.</summary>
public sealed class SqliteRunFaultTests : RunFaultTests
{
    private readonly SqliteClubhouse _database;

    public SqliteRunFaultTests()
        : this(new SqliteClubhouse(patience: 1))
    {
    }

    private SqliteRunFaultTests(SqliteClubhouse database)
        : base(database) => _database = database;

    [Fact]
    public async Task While_the_application_writes_the_run_waits_and_then_it_goes_on()
    {
        await PutAsync(guests: 100, badges: 1, remarks: 1);
        using var application = new Writing(_database.ConnectionString);
        Time = new HastyTime(wait => application.Do(wait switch { 1 => "BEGIN IMMEDIATE", 3 => "ROLLBACK", _ => null }));

        var run = await RunAsync(options => (options.BatchSize, options.RowsPerSecond) = (50, 1));

        run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 300L });
        (await CountsAsync()).Should().Be((0, 0, 0));
    }

    [Fact]
    public async Task While_the_application_writes_for_long_the_run_gives_up_and_the_next_call_goes_on()
    {
        await PutAsync(guests: 100, badges: 1, remarks: 1);
        using var application = new Writing(_database.ConnectionString);
        Time = new HastyTime(wait => application.Do(wait == 1 ? "BEGIN IMMEDIATE" : null));
        var instance = Instance(options => (options.BatchSize, options.RowsPerSecond) = (50, 1));
        await ApproveAsync(instance);
        var runner = instance.GetRequiredService<RetentionRunner>();

        await runner.Invoking(each => each.RunAsync(Token).AsTask()).Should().ThrowAsync<SqliteException>("that it could not go on cannot be written down either");

        (await CountsAsync()).Should().Be((100, 100, 50), "what was committed before is gone, and nothing else");
        (await RunsAsync()).Should().ContainSingle().Which.Run.Should().BeEquivalentTo(new { Status = RunStatus.Running, Done = 50L });
        application.Do("ROLLBACK");
        Clock.Advance(Duration.FromMinutes(3));
        (await runner.RunAsync(Token)).Run!.Run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 300L });
        (await CountsAsync()).Should().Be((0, 0, 0));
    }

    private sealed class Writing : IDisposable
    {
        private readonly SqliteConnection _connection;

        public Writing(string connectionString)
        {
            _connection = new SqliteConnection(connectionString);
            _connection.Open();
        }

        public void Do(string? statement)
        {
            if (statement is not null)
            {
                using var command = _connection.CreateCommand();
                command.CommandText = statement;
                command.ExecuteNonQuery();
            }
        }

        public void Dispose() => _connection.Dispose();
    }
}
