using System.Runtime.CompilerServices;
using System.Text;
using GdprKit.Documents;
using GdprKit.Mapping;
using GdprKit.Retention;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>Makes one export: reads every row once, and writes it to its table, to <c>data.json</c> and, the first of a kind, to the page.</summary>
internal sealed class ExportRun(ExportSurroundings around, SubjectId person, PersonalDataExportOrder order, Instant at)
{
    private readonly ProcessingRegister _register = around.Map.Register;
    private readonly RegisterWording _words = RegisterWording.In(order.Language);
    private readonly ExportTexts _texts = new(RegisterWording.In(order.Language), around.Map.Register.Controller.Name);
    private readonly ExportScope _scope = new(around.Map.Register, person.Kind, order.Right);
    private readonly ExportReview _review = new(order.Reviewed);
    private readonly List<ExportedTable> _tables = [];
    private readonly List<(string File, string Title, string Category)> _files = [];

    public async ValueTask<PersonalDataExport> WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        var digesting = new DigestingStream(output);
        await using (digesting.ConfigureAwait(false))
        {
            var archive = await ExportArchive.CreateAsync(digesting, at.InZone(_register.Controller.TimeZone), cancellationToken).ConfigureAwait(false);
            await FillAsync(archive, cancellationToken).ConfigureAwait(false);
            await archive.CompleteAsync().ConfigureAwait(false);
            await digesting.FlushAsync(cancellationToken).ConfigureAwait(false);
            return new PersonalDataExport
            {
                Right = order.Right,
                MadeAt = at,
                Digest = digesting.Digest,
                Bytes = digesting.Bytes,
                Tables = _tables.Count(table => table.Rows > 0),
                Rows = _tables.Sum(table => table.Rows),
                Files = _files.Count,
                Withheld = _review.Withheld,
                Elsewhere = Elsewhere,
            };
        }
    }

    private ValueList<ManualStore> Elsewhere => _scope.IsAccess ? around.Map.ManualStores.Where(store => store.People.Contains(person.Kind)).ToValueList() : [];

    private async ValueTask FillAsync(ExportArchive archive, CancellationToken cancellationToken)
    {
        var document = new ExportDocument(_texts, _scope, at.InZone(_register.Controller.TimeZone).Date);
        var information = _scope.IsAccess ? ExportDocument.InformationOf(_register, person.Kind, around.Notice, order.Language, _texts.Title(_scope)) : null;
        var scratch = new ScratchFile();
        await using (scratch.ConfigureAwait(false))
        {
            var json = new ExportJson(scratch.Output, _words, _register);
            await using (json.ConfigureAwait(false))
            {
                json.Begin(_scope, at);
                await WriteTablesAsync(archive, json, cancellationToken).ConfigureAwait(false);
                await new SourceReading(around.Sources, _register, _texts, _scope, _tables, _files).WriteAsync(archive, json, person, cancellationToken).ConfigureAwait(false);
                document.AddTables(_tables);
                document.AddFiles(_files);
                document.AddWithheld(_review.Withheld);
                if (information is not null)
                {
                    await TellAsync(document, information, json, cancellationToken).ConfigureAwait(false);
                }

                await json.EndAsync(cancellationToken).ConfigureAwait(false);
            }

            var data = await archive.OpenAsync(ExportNames.Data, cancellationToken).ConfigureAwait(false);
            await using (data.ConfigureAwait(false))
            {
                await scratch.CopyToAsync(data, cancellationToken).ConfigureAwait(false);
            }
        }

        await archive.AddAsync(PersonalDataExportSchema.FileName, Encoding.UTF8.GetBytes(PersonalDataExportSchema.ToJson()), cancellationToken).ConfigureAwait(false);
        await archive.AddAsync(ExportNames.Page, Encoding.UTF8.GetBytes(document.With(information).ToHtml()), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask WriteTablesAsync(ExportArchive archive, ExportJson json, CancellationToken cancellationToken)
    {
        foreach (var (store, entity) in MappedEntities.Of(around.Map, around.Stores))
        {
            var columns = ExportColumn.Of(entity, person.Kind, _scope);
            if (columns.Count > 0)
            {
                await WriteTableAsync(archive, json, store, entity, columns, cancellationToken).ConfigureAwait(false);
            }
        }

        json.Writer.WriteEndArray();
    }

    private async ValueTask WriteTableAsync(
        ExportArchive archive, ExportJson json, IPersonalDataStore store, StoreEntity entity, List<ExportColumn> columns, CancellationToken cancellationToken)
    {
        var name = store.Describe(cancellationToken).Name;
        var headers = columns.ConvertAll(column => _texts.Heading(_register.Categories[column.Field.Category].Label, column.Name));
        var table = new ExportedTable(ExportNames.TitleOf(entity, _register, _words), ExportNames.Table(_tables.Count + 1, entity.ToString()), [_texts.Row, .. headers]);
        _tables.Add(table);
        json.BeginTable(name, entity, table.Title, table.File, columns);
        var row = new ExportRow(columns, _review, _texts.WithheldValue);
        var csv = new ExportCsv(archive, table.File, columns.ConvertAll(column => column.Name));
        await using (csv.ConfigureAwait(false))
        {
            await foreach (var record in ReadAsync(store, name, entity, cancellationToken).ConfigureAwait(false))
            {
                if (!_scope.IsAccess && IsObtained(entity, record))
                {
                    continue;
                }

                var cells = row.Write(record, json.Writer);
                table.Add(cells);
                await csv.WriteAsync(cells, cancellationToken).ConfigureAwait(false);
                await json.PassOnAsync(cancellationToken).ConfigureAwait(false);
            }

            await csv.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }

        json.EndTable();
    }

    // A row that says from whom it came was not provided by the person (Art. 20(1)).
    private static bool IsObtained(StoreEntity entity, StoredRecord record) =>
        entity.ObtainedFrom is { } source && record.Values.Any(value => value.Property == source && ExportedValue.ToText(value.Value).Length > 0);

    private async IAsyncEnumerable<StoredRecord> ReadAsync(
        IPersonalDataStore store, string name, StoreEntity entity, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = store.ExportAsync(entity, person, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (rows.ConfigureAwait(false))
        {
            while (await MoveAsync(rows, name, entity, cancellationToken).ConfigureAwait(false))
            {
                yield return rows.Current;
            }
        }
    }

    private static async ValueTask<bool> MoveAsync(IAsyncEnumerator<StoredRecord> rows, string store, StoreEntity entity, CancellationToken cancellationToken)
    {
        try
        {
            return await rows.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (StoreAnswers.IsOfStore(exception, cancellationToken))
        {
            throw new PersonalDataStoreException(store, entity.ToString(), exception);
        }
    }

    private async ValueTask TellAsync(ExportDocument document, Document information, ExportJson json, CancellationToken cancellationToken)
    {
        json.Elsewhere(Elsewhere);
        document.AddElsewhere(Elsewhere, _register);
        var dates = new RetentionDates();
        await dates.ReadAsync(around.Retention, person, cancellationToken).ConfigureAwait(false);
        document.AddUntil(dates, TitleOf, _register);
        if (around.History is { } history)
        {
            document.AddHistory(await WriteHistoryAsync(history, json, cancellationToken).ConfigureAwait(false));
        }

        json.Writer.WritePropertyName("information");
        json.Writer.WriteRawValue(information.ToJson(), skipInputValidation: true);
    }

    private async ValueTask<ExportedTable> WriteHistoryAsync(PersonHistory history, ExportJson json, CancellationToken cancellationToken)
    {
        var table = new ExportedTable(_texts.History, ExportNames.Data, [_texts.Row, _texts.When, _texts.HistoryCaption]);
        var link = await history.FindLinkAsync(person, cancellationToken).ConfigureAwait(false);
        json.Person(person, link);
        json.Writer.WriteStartArray("history");
        if (link is not null)
        {
            await foreach (var happened in history.ReadAsync(link.Ref, order.Language, cancellationToken).ConfigureAwait(false))
            {
                json.Event(happened);
                table.Add([_words.Date(happened.At.InZone(_register.Controller.TimeZone).Date), happened.Sentence]);
                await json.PassOnAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        json.Writer.WriteEndArray();
        return table;
    }

    private string TitleOf(string store, string entity) => around.Map.Stores
        .Where(each => each.Description.Name == store)
        .SelectMany(each => each.Entities)
        .Where(each => each.Description.Name == entity)
        .Select(each => ExportNames.TitleOf(each, _register, _words))
        .FirstOrDefault(entity);
}
