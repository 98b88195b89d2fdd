using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using GdprKit.Benchmarks.Databases;
using GdprKit.Benchmarks.Measuring;
using GdprKit.Benchmarks.Retention;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Benchmarks.Requests;

/// <summary>Exporting a person with many rows, against reading the same rows by hand, and against writing them by hand into an archive of the same forms.</summary>
internal static class ExportBenchmark
{
    private const double Asked = 0.7;

    private static readonly SubjectId Person = SubjectId.Of(Shop.Customers, 1);

    private static readonly string[] Statements =
        ["""SELECT "Email", "Name", "Phone" FROM "Customers" WHERE "Id" = 1""", """SELECT "BillingAddress" FROM "Invoices" WHERE "CustomerId" = 1"""];

    public static async Task<bool> RunAsync(IEnumerable<string> databases, int rows, Rounds rounds, CancellationToken cancellationToken)
    {
        var isRight = true;
        foreach (var kind in databases)
        {
            await using var database = await BenchmarkDatabase.CreateAsync(kind, cancellationToken);
            await using var services = Services(database);
            await FillAsync(services, database, rows, cancellationToken);
            await Report.HeadAsync($"Export on {database.Name}, {rows:N0} rows of one person");
            Contest[] contests =
            [
                new("an export for portability, against reading its rows", Asked, token => ExportAsync(services, RightsRequestKind.Portability, token), token => ReadAsync(database, null, 1, token)),
                new("an export for access, against reading its rows", Asked, token => ExportAsync(services, RightsRequestKind.Access, token), token => ReadAsync(database, null, 2, token)),
                new("an export for access, against an archive of the same forms", Asked, token => ExportAsync(services, RightsRequestKind.Access, token), token => ArchiveAsync(database, token)),
            ];
            foreach (var contest in contests)
            {
                var outcome = await rounds.RunAsync(contest, token => database.BeforeEach is { } statement ? database.ExecuteAsync(statement, token) : Task.CompletedTask, cancellationToken);
                isRight &= outcome.IsRight;
                await Report.AddAsync(outcome);
            }

            await Console.Out.WriteLineAsync($"\nMemory at most, of an export for access: {await MemoryMaximum.OfAsync(() => contests[1].GdprKit(cancellationToken))}; of reading: {await MemoryMaximum.OfAsync(() => contests[1].ByHand(cancellationToken))}.");
        }

        return isRight;
    }

    private static ServiceProvider Services(BenchmarkDatabase database) => new ServiceCollection()
        .AddDbContext<ShopContext>(database.Use)
        .AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 7, 1, 10, 0)))
        .AddGdprKit(gdpr => gdpr.UseRegister(Shop.Register()).AddMap<Shop.CustomerMap>().AddMap<Shop.InvoiceMap>().UseEntityFrameworkCore<ShopContext>())
        .BuildServiceProvider();

    private static async Task FillAsync(IServiceProvider services, BenchmarkDatabase database, int rows, CancellationToken cancellationToken)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ShopContext>().Database.EnsureCreatedAsync(cancellationToken);
        }

        await database.ExecuteAsync($"""INSERT INTO "Customers" ("Id", "Name", "Email", "Phone", "SignedUp") SELECT n, 'name ' || n, 'mail' || n || '@customer.example', '+31 ' || n, {database.DayAfter("n")} FROM {string.Format(null, database.Numbers, 10)}""", cancellationToken);
        await database.ExecuteAsync($"""INSERT INTO "Invoices" ("Id", "CustomerId", "Date", "BillingAddress") SELECT n, 1, {database.DayAfter("(n * 7919) % 6000")}, 'a street with a name, number ' || n || ', 1234 AB a place' FROM {string.Format(null, database.Numbers, rows)}""", cancellationToken);
        await database.ExecuteAsync(database.AfterFilling, cancellationToken);
    }

    private static async Task<string> ExportAsync(IServiceProvider services, RightsRequestKind right, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var export = new PersonalDataExports(services.GetRequiredService<DataRetention>(), [], services.GetRequiredService<IClock>());
        return Written((await export.WriteAsync(Person, new PersonalDataExportOrder { Right = right, Language = Language.English }, Stream.Null, cancellationToken)).Rows);
    }

    // The address of an invoice is held for the law alone, so one does not take it along.
    private static async Task<string> ReadAsync(BenchmarkDatabase database, Func<int, DbDataReader, Task>? use, int statements, CancellationToken cancellationToken)
    {
        var rows = 0L;
        await using var connection = database.Connect();
        await connection.OpenAsync(cancellationToken);
        for (var statement = 0; statement < statements; statement++)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements of the benchmark itself.
            command.CommandText = Statements[statement];
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                rows++;
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    _ = reader.GetValue(i);
                }

                await (use?.Invoke(statement, reader) ?? Task.CompletedTask);
            }
        }

        return Written(rows);
    }

    private static async Task<string> ArchiveAsync(BenchmarkDatabase database, CancellationToken cancellationToken)
    {
        var path = Path.GetTempFileName();
        await using var scratch = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });
        await using var json = new Utf8JsonWriter(scratch);
        await using var zip = new ZipArchive(Stream.Null, ZipArchiveMode.Create);
        json.WriteStartArray();
        StreamWriter? csv = null;
        var last = -1;
        var rows = await ReadAsync(database, async (statement, reader) =>
        {
            if (statement != last)
            {
                await (csv?.DisposeAsync() ?? ValueTask.CompletedTask);
                csv = new StreamWriter(await zip.CreateEntry($"{statement}.csv", CompressionLevel.Fastest).OpenAsync(cancellationToken));
                last = statement;
            }

            json.WriteStartObject();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                var text = reader.GetString(i);
                json.WriteString(reader.GetName(i), text);
                await csv!.WriteAsync($"{(i > 0 ? "," : "")}\"{text}\"");
            }

            await csv!.WriteLineAsync();
            json.WriteEndObject();
        }, 2, cancellationToken);
        await (csv?.DisposeAsync() ?? ValueTask.CompletedTask);
        json.WriteEndArray();
        await json.FlushAsync(cancellationToken);
        scratch.Position = 0;
        await using var data = await zip.CreateEntry("data.json", CompressionLevel.Fastest).OpenAsync(cancellationToken);
        await scratch.CopyToAsync(data, cancellationToken);
        return rows;
    }

    private static string Written(long rows) => rows.ToString(CultureInfo.InvariantCulture);
}
