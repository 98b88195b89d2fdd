using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Generation;
using NodaTime;
using Spectre.Console;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>Makes a database with many invented customers, to try speed on.</summary>
internal static class GenerateCommand
{
    private static readonly LocalDate FirstDay = new(2012, 1, 1);

    private static readonly Option<string> Database = new("--database")
    {
        Description = "The file to make.",
        HelpName = "path",
        Required = true,
    };

    private static readonly Option<int> Customers = new("--customers")
    {
        Description = "How many customers, beside those of Chinook.",
        HelpName = "number",
        DefaultValueFactory = _ => 1_000_000,
    };

    private static readonly Option<long?> Rows = new("--rows")
    {
        Description = $"About how many rows in all: customers, invoices, lines. Without it {ShopSize.RowsPerCustomer} for each customer.",
        HelpName = "number",
    };

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "The same seed makes the same database.",
        HelpName = "number",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<bool> Overwrite = new("--overwrite") { Description = "Replaces a file that is there." };

    public static Command Create()
    {
        var command = new Command("generate", "Makes a database with many invented customers, to try speed on.") { Database, Customers, Rows, Seed, Overwrite };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult asked, CancellationToken cancellationToken)
    {
        var customers = asked.GetValue(Customers);
        var size = new ShopSize(customers, asked.GetValue(Rows) ?? (long)customers * ShopSize.RowsPerCustomer);
        var path = Path.GetFullPath(asked.GetRequiredValue(Database));
        if (Refusal(size, path, asked.GetValue(Overwrite)) is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal);
            return 1;
        }

        var watch = Stopwatch.StartNew();
        try
        {
            await ShowProgressAsync(size.Rows, written => GeneratedDatabase.Make(path, FirstDay, size, asked.GetValue(Seed), written, cancellationToken));
        }
        catch (CrmDatabaseException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }

        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{path}: {size.Customers:N0} customers, {size.Rows:N0} rows, {new FileInfo(path).Length / 1e6:N0} MB, in {watch.Elapsed.TotalSeconds:N1} s."));
        return 0;
    }

    private static string? Refusal(ShopSize size, string path, bool overwrite) =>
        size.Customers < 1 ? "There must be a customer: --customers 1 or more."
        : size.Rows / ShopSize.FewestRowsPerCustomer < size.Customers ? $"A customer takes {ShopSize.FewestRowsPerCustomer} rows: --rows {size.Customers * ShopSize.FewestRowsPerCustomer} or more, or fewer customers."
        : File.Exists(path) && !overwrite ? $"'{path}' is there already. Name another file, or add --overwrite to replace it."
        : null;

    private static Task ShowProgressAsync(long rows, Action<Action<long>> make) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async progress =>
        {
            var writing = progress.AddTask("rows", maxValue: rows);
            var indexing = progress.AddTask("indexes", autoStart: false).IsIndeterminate();
            await Task.Factory.StartNew(
                () => make(written =>
                {
                    writing.Value = written;
                    if (written == rows && !indexing.IsStarted)
                    {
                        indexing.StartTask();
                    }
                }),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
            indexing.IsIndeterminate(false).Value = indexing.MaxValue;
        });
}
