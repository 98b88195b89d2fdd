using GdprKit.EntityFrameworkCore.Retention;
using Microsoft.Data.Sqlite;

namespace GdprKit.EntityFrameworkCore.Requests;

public sealed class SqliteRemnantTests : RemnantTests
{
    private readonly SqliteClubhouse _database;

    public SqliteRemnantTests()
        : this(new SqliteClubhouse())
    {
    }

    private SqliteRemnantTests(SqliteClubhouse database)
        : base(database) => _database = database;

    protected override Task<IReadOnlyList<string>> ReadFilesAsync()
    {
        var file = new SqliteConnectionStringBuilder(_database.ConnectionString).DataSource;

        // A backup beside it rotates by itself.
        return Task.FromResult<IReadOnlyList<string>>([.. Directory.GetFiles(Path.GetDirectoryName(file)!).Where(path => !path.EndsWith(".backup", StringComparison.Ordinal)).Select(Read)]);
    }
}
