using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GdprKit.EntityFrameworkCore.Indexes;

/// <summary>Asks the database of every statement that counts how it would answer it, and lets it answer none; it may say beforehand whether its texts are dates.</summary>
/// <param name="question">What a database wants to be asked: <c>EXPLAIN</c>.</param>
internal sealed class PlanReader(string question) : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (!command.CommandText.Contains("COUNT(", StringComparison.OrdinalIgnoreCase) || command.CommandText.Contains("sqlite_master", StringComparison.Ordinal))
        {
            return result;
        }

#pragma warning disable CA2100 // A statement of this test.
        command.CommandText = $"{question} {command.CommandText}";
#pragma warning restore CA2100
        var lines = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                lines.Add(reader.GetString(reader.FieldCount - 1));
            }
        }

        throw new PlanException(string.Join('\n', lines));
    }
}
