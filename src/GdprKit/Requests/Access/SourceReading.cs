using System.Runtime.CompilerServices;

namespace GdprKit.Requests;

/// <summary>Asks the sources of the host, one after another; one that does not answer ends the export.</summary>
internal sealed class SourceReading(
    IReadOnlyList<IPersonalDataSource> sources, ProcessingRegister register, ExportTexts texts, ExportScope scope, List<ExportedTable> tables, List<(string File, string Title, string Category)> files)
{
    public async ValueTask WriteAsync(ExportArchive archive, ExportJson json, SubjectId person, CancellationToken cancellationToken)
    {
        json.Writer.WriteStartArray("sources");
        for (var i = 0; i < sources.Count; i++)
        {
            var source = sources[i];
            var title = texts.Words.AsHeading(texts.Words.Text(source.Label) is { Length: > 0 } label ? label : source.Name);
            var table = new ExportedTable(title, ExportNames.Table(tables.Count + 1, source.Name), [texts.Row, texts.Kind, texts.Field, texts.Value]);
            tables.Add(table);
            json.Writer.WriteStartObject();
            json.Writer.WriteString("name", source.Name);
            json.Writer.WriteString("label", title);
            json.Writer.WriteString("file", table.File);
            json.Writer.WriteStartArray("records");
            await WriteRecordsAsync(archive, json, source, table, person, cancellationToken).ConfigureAwait(false);
            json.Writer.WriteEndArray();
            json.Writer.WriteStartArray("files");
            await WriteFilesAsync(archive, json, source, i + 1, person, cancellationToken).ConfigureAwait(false);
            json.Writer.WriteEndArray();
            json.Writer.WriteEndObject();
        }

        json.Writer.WriteEndArray();
    }

    // Records of a source differ, so a table has one line for each field.
    private async ValueTask WriteRecordsAsync(ExportArchive archive, ExportJson json, IPersonalDataSource source, ExportedTable table, SubjectId person, CancellationToken cancellationToken)
    {
        var number = 0L;
        var csv = new ExportCsv(archive, table.File, ["record", "kind", "field", "value"]);
        await using (csv.ConfigureAwait(false))
        {
            await foreach (var record in AskAsync(source, () => source.ReadRecordsAsync(person, cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                var fields = Check(source, record).Where(field => scope.Holds(field.Category, field.IsProvided)).ToList();
                if (fields.Count == 0)
                {
                    continue;
                }

                number++;
                json.Writer.WriteStartObject();
                json.Writer.WriteString("kind", record.Kind);
                json.Writer.WriteStartArray("fields");
                foreach (var field in fields)
                {
                    json.Writer.WriteStartObject();
                    json.Writer.WriteString("name", field.Name);
                    json.Category(field.Category);
                    json.Writer.WritePropertyName("value");
                    ExportedValue.Write(json.Writer, field.Value);
                    json.Writer.WriteEndObject();
                    var text = ExportedValue.ToText(field.Value);
                    table.Add([record.Kind, field.Name, text]);
                    await csv.WriteAsync([ExportedValue.ToText(number), record.Kind, field.Name, text], cancellationToken).ConfigureAwait(false);
                }

                json.Writer.WriteEndArray();
                json.Writer.WriteEndObject();
                await json.PassOnAsync(cancellationToken).ConfigureAwait(false);
            }

            await csv.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask WriteFilesAsync(ExportArchive archive, ExportJson json, IPersonalDataSource source, int place, SubjectId person, CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var file in AskAsync(source, () => source.ReadFilesAsync(person, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            Check(source, file);
            if (!scope.Holds(file.Category, file.IsProvided))
            {
                continue;
            }

            var name = ExportNames.File(place, ++number, file.Extension);
            await CopyAsync(archive, source, file, name, cancellationToken).ConfigureAwait(false);
            files.Add((name, file.Title, texts.Words.AsHeading(texts.Words.Text(register.Categories[file.Category].Label))));
            json.Writer.WriteStartObject();
            json.Writer.WriteString("file", name);
            json.Writer.WriteString("title", file.Title);
            json.Category(file.Category);
            json.Writer.WriteEndObject();
        }
    }

    private static async ValueTask CopyAsync(ExportArchive archive, IPersonalDataSource source, SourceFile file, string name, CancellationToken cancellationToken)
    {
        var target = await archive.OpenAsync(name, cancellationToken).ConfigureAwait(false);
        await using (target.ConfigureAwait(false))
        {
            try
            {
                var content = await file.OpenAsync(cancellationToken).ConfigureAwait(false);
                await using (content.ConfigureAwait(false))
                {
                    await content.CopyToAsync(target, SealedFormat.ChunkBytes, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (!IsGivenUp(exception, cancellationToken))
            {
                throw ExportRefusals.SourceFailed(source.Name, exception);
            }
        }
    }

    private static async IAsyncEnumerable<T> AskAsync<T>(IPersonalDataSource source, Func<IAsyncEnumerable<T>> ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = Try(source, () => ask().GetAsyncEnumerator(cancellationToken), cancellationToken);
        await using (items.ConfigureAwait(false))
        {
            while (await MoveAsync(source, items, cancellationToken).ConfigureAwait(false))
            {
                yield return items.Current;
            }
        }
    }

    private static T Try<T>(IPersonalDataSource source, Func<T> begin, CancellationToken cancellationToken)
    {
        try
        {
            return begin();
        }
        catch (Exception exception) when (!IsGivenUp(exception, cancellationToken))
        {
            throw ExportRefusals.SourceFailed(source.Name, exception);
        }
    }

    private static async ValueTask<bool> MoveAsync<T>(IPersonalDataSource source, IAsyncEnumerator<T> items, CancellationToken cancellationToken)
    {
        try
        {
            return await items.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsGivenUp(exception, cancellationToken))
        {
            throw ExportRefusals.SourceFailed(source.Name, exception);
        }
    }

    private static bool IsGivenUp(Exception exception, CancellationToken cancellationToken) => exception is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private ValueList<SourceField> Check(IPersonalDataSource source, SourceRecord record) =>
        record is not { Kind.Length: > 0 } || record.Fields.IsEmpty ? throw ExportRefusals.SourceUnfit(source.Name, "a record without a kind or without fields")
        : record.Fields.FirstOrDefault(field => field is not { Name.Length: > 0 } || !register.Categories.Contains(field.Category)) is { } unfit
            ? throw ExportRefusals.SourceUnfit(source.Name, $"a field without a name, or of the category '{unfit.Category}', which the register does not declare")
        : record.Fields;

    private void Check(IPersonalDataSource source, SourceFile file)
    {
        if (string.IsNullOrWhiteSpace(file.Title) || !register.Categories.Contains(file.Category) || !ExportNames.IsExtension(file.Extension))
        {
            throw ExportRefusals.SourceUnfit(source.Name, "a file without a title, of a category that the register does not declare, or with an extension that is not 1 to 8 lower-case letters and digits");
        }
    }
}
