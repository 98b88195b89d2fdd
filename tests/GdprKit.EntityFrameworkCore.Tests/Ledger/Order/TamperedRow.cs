using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>One value of one row, which somebody changes beside the ledger and puts back.</summary>
internal sealed class TamperedRow
{
    // As far away as no other key is.
    private const long Far = 1_000_000_000_000;

    private readonly string _table;
    private readonly string _column;
    private readonly Dictionary<string, object> _key;
    private readonly object? _value;
    private readonly object _changed;

    private TamperedRow(string table, string column, Dictionary<string, object> key, object? value) =>
        (_table, _column, _key, _value, _changed) = (table, column, key, value, Change(column, value, isKey: key.ContainsKey(column)));

    /// <summary>The first, the middle and the last row of a table, of those that are meant.</summary>
    public static async Task<IReadOnlyList<TamperedRow>> SomeAsync(DbContext context, string table, string column, string[] keys, string where, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync(context, $"SELECT {string.Join(", ", keys)}, {column} FROM {table} WHERE {where} ORDER BY {string.Join(", ", keys)}", cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<TamperedRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = Enumerable.Range(0, keys.Length).ToDictionary(index => keys[index], reader.GetValue);
            rows.Add(new TamperedRow(table, column, key, await reader.IsDBNullAsync(keys.Length, cancellationToken) ? null : reader.GetValue(keys.Length)));
        }

        rows.Should().NotBeEmpty($"{table} has rows");
        return [.. new[] { rows[0], rows[rows.Count / 2], rows[^1] }.Distinct()];
    }

    public Task ChangeAsync(DbContext context, CancellationToken cancellationToken) => SetAsync(context, _changed, _key, cancellationToken);

    public Task RestoreAsync(DbContext context, CancellationToken cancellationToken) =>
        SetAsync(context, _value, _key.ToDictionary(each => each.Key, each => each.Key == _column ? _changed : each.Value), cancellationToken);

    private static object Change(string column, object? value, bool isKey) => value switch
    {
        byte[] { Length: > 0 } bytes => Flipped(bytes),
        byte[] => new byte[32],
        string text => text.Length == 0 ? "x" : $"{(text[0] == 'a' ? 'b' : 'a')}{text[1..]}",
        long number => isKey ? number + Far : number ^ 1,
        int number => number ^ 1 << 6,
        null => column == "details_commitment" ? new byte[32] : 1L,
        _ => throw new NotSupportedException($"{column} is a {value.GetType().Name}."),
    };

    private static byte[] Flipped(byte[] bytes)
    {
        byte[] flipped = [.. bytes];
        flipped[bytes.Length / 2] ^= 4;
        return flipped;
    }

    private async Task SetAsync(DbContext context, object? value, Dictionary<string, object> key, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync(context, $"UPDATE {_table} SET {_column} = @value WHERE {string.Join(" AND ", key.Keys.Select((name, index) => $"{name} = @key{index}"))}", cancellationToken);
        Add(command, "@value", value);
        foreach (var (each, index) in key.Values.Select((each, index) => (each, index)))
        {
            Add(command, $"@key{index}", each);
        }

        (await command.ExecuteNonQueryAsync(cancellationToken)).Should().Be(1, $"one row of {_table} is changed");
    }

    private static async Task<DbCommand> CommandAsync(DbContext context, string text, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns come of the model.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }

    private static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
    }
}
