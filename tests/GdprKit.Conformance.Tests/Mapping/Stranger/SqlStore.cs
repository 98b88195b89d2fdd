using System.Runtime.CompilerServices;
using GdprKit.Mapping;
using Microsoft.Data.Sqlite;

namespace GdprKit.Conformance.Mapping;

/// <summary>
/// An adapter as a stranger writes it, from the documentation of the port alone: statements written by hand, for an application that
/// keeps its rows in SQLite without any mapper.
/// </summary>
internal sealed class SqlStore(SqlSchema schema, string connectionString) : IPersonalDataStore
{
    public StoreDescription Describe(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return schema.Description;
    }

    public string? WhyUnanswerable(StoreEntity entity, RowRequest request)
    {
        try
        {
            _ = Read(entity, request);
            return null;
        }
        catch (NotSupportedException exception)
        {
            return exception.Message;
        }
    }

    public async ValueTask<ValueList<long>> CountAsync(StoreEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken)
    {
        var statement = new SqlStatement(schema, entity);
        var sums = each.Select(condition => $"COALESCE(SUM({statement.Condition(condition)}), 0)");
        var text = $"SELECT {string.Join(", ", sums.Prepend("COUNT(*)"))} FROM {statement.From} WHERE {statement.Where(where)}";
        await foreach (var row in AskAsync(text, statement, cancellationToken))
        {
            return Enumerable.Range(0, each.Count + 1).Select(row.GetInt64).ToValueList();
        }

        throw new InvalidOperationException("A count gave no row.");
    }

    public async IAsyncEnumerable<RowFacts> ReadAsync(StoreEntity entity, RowRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (text, statement) = Read(entity, request);
        var keys = entity.Description.Key.Select(schema.Property(entity.Description)).ToList();
        await foreach (var row in AskAsync(text, statement, cancellationToken))
        {
            yield return new RowFacts(
                entity.Description.Name,
                keys.Select((key, i) => SqlValues.Read(row[i], key.Type)).ToValueList(),
                request.Times.Select((time, i) => SqlValues.Read(row[keys.Count + i], time.Type)).ToValueList(),
                request.Conditions.Select((_, i) => row.GetBoolean(keys.Count + request.Times.Count + i)).ToValueList());
        }
    }

    public async IAsyncEnumerable<StoredRecord> ExportAsync(StoreEntity entity, SubjectId subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var statement = new SqlStatement(schema, entity);
        var keys = entity.Description.Key.Select(schema.Property(entity.Description)).ToList();
        var ways = entity.Owners.Select(owner => statement.Condition(new RowCondition.BelongsTo(subject, owner)));
        var columns = keys.Select(key => key.Path).Concat(entity.Fields.Select(field => field.Property.Path)).Select(statement.Column);
        var text = $"SELECT {string.Join(", ", columns.Concat(ways))} FROM {statement.From} WHERE {statement.Where(new RowCondition.BelongsTo(subject))}";
        await foreach (var row in AskAsync(text, statement, cancellationToken))
        {
            var first = keys.Count + entity.Fields.Count;
            var theirs = entity.Owners.Where((_, i) => row.GetBoolean(first + i)).ToList();
            yield return new StoredRecord(
                entity.Description.Name,
                keys.Select((key, i) => SqlValues.Read(row[i], key.Type)).ToValueList(),
                entity.Fields.Select((field, i) => (Field: field, Value: row[keys.Count + i]))
                    .Where(each => each.Field.Whose.Any(theirs.Contains))
                    .Select(each => new StoredValue(each.Field.Property.Path, each.Field.Category, SqlValues.Read(each.Value, each.Field.Property)))
                    .ToValueList());
        }
    }

    private (string Text, SqlStatement Statement) Read(StoreEntity entity, RowRequest request)
    {
        var statement = new SqlStatement(schema, entity);
        string[] columns =
        [
            .. entity.Description.Key.Select(statement.Column),
            .. request.Times.Select(statement.Time),
            .. request.Conditions.Select(statement.Condition),
        ];
        return ($"SELECT {string.Join(", ", columns)} FROM {statement.From} WHERE {statement.Where(request.Where)} LIMIT {request.Limit ?? -1}", statement);
    }

    private async IAsyncEnumerable<SqliteDataReader> AskAsync(string text, SqlStatement statement, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in statement.Parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return reader;
        }
    }
}
