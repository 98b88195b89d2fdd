using System.Text.Json;
using GdprKit.Documents;
using GdprKit.Notices;

namespace GdprKit;

/// <content>Reports as files, written as they are read.</content>
public sealed partial class NoticeReports
{
    private const int RowsAtOnce = 1_000;

    /// <summary>
    /// Writes how it stands with everybody as comma-separated values (RFC 4180) in UTF-8, with a byte order mark for Excel; a line for each person. No
    /// cell is a formula, and times are those of the controller.
    /// </summary>
    /// <param name="output">Where it goes, piece by piece.</param>
    /// <param name="version">The version.</param>
    /// <param name="language">The language of headings and words: Dutch, or else English.</param>
    /// <param name="statuses">As for <see cref="ReadAsync"/>.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    public ValueTask WriteCsvAsync(
        Stream output, NoticeVersion version, Language language, ValueList<NoticeDeliveryStatus>? statuses = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        var csv = new ReportCsv(DeliveryWording.In(language), register.Controller.TimeZone);
        return CsvStreaming.WriteAsync(output, csv.Headers, ReadAsync(version, statuses, cancellationToken).Select(csv.Row), cancellationToken);
    }

    /// <summary>Writes how it stands with everybody as a JSON array, an object for each person; what is not known is left out.</summary>
    /// <param name="output">Where it goes, piece by piece.</param>
    /// <param name="version">The version.</param>
    /// <param name="statuses">As for <see cref="ReadAsync"/>.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    public async ValueTask WriteJsonAsync(Stream output, NoticeVersion version, ValueList<NoticeDeliveryStatus>? statuses = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        var json = new Utf8JsonWriter(output);
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartArray();
            await foreach (var some in ReadAsync(version, statuses, cancellationToken).Chunk(RowsAtOnce).ConfigureAwait(false))
            {
                foreach (var person in some)
                {
                    ReportJson.Write(json, person);
                }

                await json.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            json.WriteEndArray();
        }
    }
}
