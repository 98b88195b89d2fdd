using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Writes the statement that makes an index, by the provider's own generator, so that names are quoted as its database wants it.</summary>
internal sealed class IndexStatement(DbContext context)
{
    // PostgreSQL else lets nobody write to the table until the index is made.
    private const string WhileOthersWrite = "Npgsql:CreatedConcurrently";

    private readonly IModel _designed = context.GetService<IDesignTimeModel>().Model;

    /// <summary>An index of the application's own model that finds rows by some columns; <see langword="null"/> when it has none.</summary>
    public CreateIndexOperation? Declared(ITable table, ValueList<string> columns) => _designed.GetRelationalModel().FindTable(table.Name, table.Schema)?.Indexes
        .Where(index => index.Filter is null && index.Columns.Take(columns.Count).Select(column => column.Name).Order(StringComparer.Ordinal).SequenceEqual(columns.Order(StringComparer.Ordinal)))
        .Select(CreateIndexOperation.CreateFrom)
        .FirstOrDefault();

    /// <summary>A new index.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="taken">The names that other indexes of the table have.</param>
    public CreateIndexOperation New(ITable table, ValueList<string> columns, IEnumerable<string> taken) => new()
    {
        Name = Uniquifier.Uniquify($"IX_{table.Name}_{string.Join('_', columns)}", taken.ToDictionary(name => name, _ => 0, StringComparer.OrdinalIgnoreCase), _designed.GetMaxIdentifierLength()),
        Table = table.Name,
        Schema = table.Schema,
        Columns = [.. columns],
    };

    /// <summary>The statement, in one line.</summary>
    public string Write(CreateIndexOperation index)
    {
        if (Dialect.Of(context).IsPostgreSql)
        {
            index[WhileOthersWrite] = true;
        }

        var commands = context.GetService<IMigrationsSqlGenerator>().Generate([index], _designed);
        return string.Join(' ', commands.Select(command => command.CommandText.ReplaceLineEndings(" ").Trim()));
    }
}
