using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using GdprKit.Samples.Crm.Customers;
using GdprKit.Samples.Crm.Gdpr;
using GdprKit.Samples.Crm.Localization;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>Adds customers whom somebody else signs up, from a file. The site may run beside it.</summary>
internal static class ImportCommand
{
    private static readonly JsonSerializerOptions AsWritten = new(JsonSerializerDefaults.Web);

    private static readonly Argument<FileInfo> List = new("list")
    {
        Description = """The list, as JSON: [ { "firstName": "…", "lastName": "…", "email": "…", "language": "nl" } ]. The language may be left out.""",
    };

    private static readonly Option<string> From = new("--from") { Description = "Who signs these customers up: a music society.", Required = true };

    private static readonly Option<string?> On = new("--on") { Description = "The day on which the list came, as 2026-01-31; today without it.", HelpName = "day" };

    public static Command Create()
    {
        var command = ShopCommand.Create("import", "Adds customers whom somebody else signs up. They are to be told of the privacy notice within a month (Art. 14).", ImportAsync);
        command.Add(List);
        command.Add(From);
        command.Add(On);
        return command;
    }

    private static async Task<int> ImportAsync(ParseResult asked, IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            LocalDate? on = asked.GetValue(On) is { } day ? LocalDatePattern.Iso.Parse(day).GetValueOrThrow() : null;
            var people = await ReadAsync(asked.GetRequiredValue(List), cancellationToken);
            await services.PrepareHistoryAsync(cancellationToken);
            await using var scope = services.CreateAsyncScope();
            var added = await scope.ServiceProvider.GetRequiredService<CustomerListing>().AddAsync(people, asked.GetRequiredValue(From), on, cancellationToken);
            var texts = scope.ServiceProvider.GetRequiredService<IStringLocalizer<Texts>>();
            await Console.Out.WriteLineAsync(texts["Import.Done", added.Count, people.Count - added.Count]);
            return 0;
        }
        catch (Exception fault) when (fault is ValidationException or UnparsableValueException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
        }
        catch (JsonException fault)
        {
            // Its message may quote what stands in the file.
            await Console.Error.WriteLineAsync($"Line {fault.LineNumber + 1} of the list is not as it must be; --help says how. Nobody was added.");
        }

        return 1;
    }

    private static async Task<IReadOnlyList<ListedCustomer>> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        await using var json = file.OpenRead();
        var people = await JsonSerializer.DeserializeAsync<List<ListedCustomer?>>(json, AsWritten, cancellationToken);
        return people is null || people.Contains(null) ? throw new JsonException(null, null, 0, 0) : people.ConvertAll(person => person!);
    }
}
