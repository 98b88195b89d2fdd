using System.Collections;
using GdprKit.Mapping;
using Microsoft.Data.Sqlite;

namespace GdprKit.Conformance.Mapping;

public sealed class SqlFixture : PersonalDataStoreFixture
{
    private string? _folder;
    private string _connectionString = "";
    private SqlSchema? _schema;

    protected override async ValueTask<IPersonalDataStore> CreateAsync(StoreDescription domain, CancellationToken cancellationToken)
    {
        _schema = new SqlSchema(domain);
        _folder = Directory.CreateTempSubdirectory("gdprkit-stranger-").FullName;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "rows.sqlite"), Pooling = false }.ConnectionString;
        await ExecuteAsync(["PRAGMA journal_mode = WAL", .. _schema.CreateTables()], cancellationToken);
        return new SqlStore(_schema, _connectionString);
    }

    protected override async ValueTask AddAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var row in rows)
        {
            var entity = _schema!.Description.Entities.Single(entity => entity.Type == row.GetType());
            await using var command = connection.CreateCommand();
            command.CommandText =
                $"INSERT INTO {_schema.Table(entity)} ({string.Join(", ", entity.Properties.Select(property => _schema.Column(property.Path)).Prepend(SqlSchema.ClassColumn))}) "
                + $"VALUES ({string.Join(", ", Enumerable.Range(0, entity.Properties.Count + 1).Select(i => $"$p{i}"))})";
            command.Parameters.AddWithValue("$p0", entity.Name);
            for (var i = 0; i < entity.Properties.Count; i++)
            {
                command.Parameters.AddWithValue($"$p{i + 1}", SqlValues.Write(ValueOf(row, entity.Properties[i])));
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    protected override ValueTask TakeAwayAsync()
    {
        Directory.Delete(_folder!, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static object? ValueOf(object row, PropertyDescription property)
    {
        var value = row.GetType().GetProperty(property.Path.Segments[0])!.GetValue(row);
        return property.Path.Segments.Count == 1 || value is null ? value
            : value is IEnumerable items ? items.Cast<object>().Select(item => item.GetType().GetProperty(property.Path.Segments[1])!.GetValue(item)).ToValueList()
            : value.GetType().GetProperty(property.Path.Segments[1])!.GetValue(value);
    }

    private async Task ExecuteAsync(IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
