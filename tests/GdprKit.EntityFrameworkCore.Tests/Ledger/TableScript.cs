using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>The script that makes the tables of a model where they are missing, and leaves what is there alone.</summary>
internal static class TableScript
{
    private const string Heading = """
        -- The tables of GdprKit, for applications whose database comes first. Running it again changes nothing.
        -- Made of the same model as migrations are, and held to it by a test; do not change it by hand.

        """;

    private const string TriggerHeading = """
        -- Lets the database refuse to change what stands in the ledger of GdprKit, and to remove an entry that did not expire.
        -- Run it after the script of the tables, as the owner of them. Running it again makes the triggers anew.
        -- Made of the same texts as those of migrations, and held to them by a test; do not change it by hand.

        """;

    public static string Of(DbContext context)
    {
        var model = context.GetService<IDesignTimeModel>().Model;
        var script = new StringBuilder(Heading);
        foreach (var operation in context.GetService<IMigrationsModelDiffer>().GetDifferences(null, model.GetRelationalModel()))
        {
            if (operation is not (CreateTableOperation or CreateIndexOperation))
            {
                continue;
            }

            foreach (var command in context.GetService<IMigrationsSqlGenerator>().Generate([operation], model))
            {
                script.Append('\n').Append(IfMissing(operation, command.CommandText.ReplaceLineEndings("\n").Trim(), context.Database.ProviderName!)).Append('\n');
            }
        }

        return script.ToString();
    }

    /// <summary>The script that makes the triggers by which a database keeps the ledger as it was written.</summary>
    public static string OfTriggers(string provider)
    {
        var end = provider.EndsWith("SqlServer", StringComparison.Ordinal) ? "\nGO" : "";
        return TriggerHeading + string.Concat(AppendOnlyTriggers.Create(provider, null).Select(statement => $"\n{statement}{end}\n"));
    }

    private static string IfMissing(MigrationOperation operation, string statement, string provider)
    {
        if (provider.EndsWith("SqlServer", StringComparison.Ordinal))
        {
            var missing = operation is CreateIndexOperation index
                ? $"NOT EXISTS (SELECT 1 FROM sys.indexes WHERE name = N'{index.Name}' AND object_id = OBJECT_ID(N'[{index.Table}]'))"
                : $"OBJECT_ID(N'[{((CreateTableOperation)operation).Name}]', N'U') IS NULL";
            return $"IF {missing}\n{statement}\nGO";
        }

        return statement
            .Replace("CREATE TABLE ", "CREATE TABLE IF NOT EXISTS ", StringComparison.Ordinal)
            .Replace("CREATE INDEX ", "CREATE INDEX IF NOT EXISTS ", StringComparison.Ordinal)
            .Replace("CREATE UNIQUE INDEX ", "CREATE UNIQUE INDEX IF NOT EXISTS ", StringComparison.Ordinal);
    }
}
