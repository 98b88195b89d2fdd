using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Benchmarks.Databases;

internal sealed class SqliteBenchmarkDatabase : BenchmarkDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-benchmark-");

    public override string Name => "SQLite";

    public override string Numbers => "(WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {0}) SELECT n FROM numbers)";

    public override string? BeforeEach => null;

    public override string AfterFilling => "ANALYZE";

    private string File => Path.Combine(_folder.FullName, "benchmark.sqlite");

    private string ConnectionString => new SqliteConnectionStringBuilder { DataSource = File, DefaultTimeout = 0 }.ConnectionString;

    public override void Use(DbContextOptionsBuilder options) => options.UseSqlite(ConnectionString).AddInterceptors(Sent);

    public override DbConnection Connect() => new SqliteConnection(ConnectionString);

    public override string Moment(string expression) => $"'{expression} 00:00:00'";

    public override string DayAfter(string days) => $"datetime('2010-01-01', '+' || ({days}) || ' days')";

    public override string YearOfDayAfter(string moment, int years) => $"CAST(strftime('%Y', {moment}, '+{years} years', '+1 day') AS INTEGER)";

    public override string YearOf(string moment) => $"CAST(strftime('%Y', {moment}) AS INTEGER)";

    public override string Larger(string one, string other) => $"max({one}, coalesce({other}, 0))";

    public override string Explain(string statement) => $"EXPLAIN QUERY PLAN {statement}";

    public override Task KeepCopyAsync(CancellationToken cancellationToken) => CopyAsync(File, $"{File}.copy");

    public override Task PutCopyBackAsync(CancellationToken cancellationToken) => CopyAsync($"{File}.copy", File);

    // Nobody has it open, and what was committed stands in the one file.
    private static Task CopyAsync(string from, string to)
    {
        SqliteConnection.ClearAllPools();
        System.IO.File.Copy(from, to, overwrite: true);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
