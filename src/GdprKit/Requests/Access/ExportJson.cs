using System.Text.Encodings.Web;
using System.Text.Json;
using GdprKit.Mapping;
using GdprKit.Subjects;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Requests;

/// <summary>Writes <c>data.json</c> while it is read what is held; its form is that of <see cref="PersonalDataExportSchema"/>.</summary>
internal sealed class ExportJson(Stream output, RegisterWording words, ProcessingRegister register) : IAsyncDisposable
{
    private const int PassOnAt = 64 * 1024;

    // What is only read by programs needs no escapes for a page around it.
    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public Utf8JsonWriter Writer => _json;

    public void Begin(ExportScope scope, Instant at)
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", $"./{PersonalDataExportSchema.FileName}");
        _json.WriteString("format", PersonalDataExportSchema.Format);
        _json.WriteString("right", scope.IsAccess ? "access" : "portability");
        _json.WriteString("language", words.Language.ToString());
        _json.WriteString("madeAt", InstantPattern.ExtendedIso.Format(at));
        _json.WriteString("controller", register.Controller.Name);
        _json.WriteStartArray("tables");
    }

    public void BeginTable(string store, StoreEntity entity, string title, string file, IEnumerable<ExportColumn> columns)
    {
        _json.WriteStartObject();
        _json.WriteString("store", store);
        _json.WriteString("name", entity.Description.Name);
        _json.WriteString("label", title);
        _json.WriteString("file", file);
        _json.WriteStartArray("fields");
        foreach (var column in columns)
        {
            _json.WriteStartObject();
            _json.WriteString("name", column.Name);
            Category(column.Field.Category);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteStartArray("rows");
    }

    public void EndTable()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    public void Category(Key<DataCategory> category)
    {
        _json.WriteString("category", category.ToString());
        _json.WriteString("categoryLabel", words.Text(register.Categories[category].Label));
    }

    public void Elsewhere(IEnumerable<ManualStore> stores)
    {
        _json.WriteStartArray("elsewhere");
        foreach (var store in stores)
        {
            _json.WriteStartObject();
            _json.WriteString("name", words.Text(store.Name));
            _json.WriteStartArray("categories");
            foreach (var category in store.Categories)
            {
                _json.WriteStringValue(words.Text(register.Categories[category].Label));
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    public void Person(SubjectId person, SubjectLink? link)
    {
        if (link is null)
        {
            _json.WriteNull("person");
            return;
        }

        _json.WriteStartObject("person");
        _json.WriteString("kind", person.Kind.ToString());
        _json.WriteStartArray("key");
        foreach (var part in person.Key)
        {
            _json.WriteStringValue(part);
        }

        _json.WriteEndArray();
        _json.WriteString("reference", link.Ref.ToString());
        _json.WriteString("linkedAt", InstantPattern.ExtendedIso.Format(link.LinkedAt));
        _json.WriteEndObject();
    }

    public void Event(HistoryEvent happened)
    {
        _json.WriteStartObject();
        _json.WriteString("at", InstantPattern.ExtendedIso.Format(happened.At));
        _json.WriteString("type", happened.Type.ToString());
        _json.WriteString("sentence", happened.Sentence);
        _json.WritePropertyName("facts");
        happened.WriteFacts(_json);
        _json.WriteStartObject("texts");
        foreach (var (name, text) in happened.Texts)
        {
            _json.WriteString(name, text);
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    /// <summary>Passes on what was written, when there is enough of it.</summary>
    public async ValueTask PassOnAsync(CancellationToken cancellationToken)
    {
        if (_json.BytesPending >= PassOnAt)
        {
            await _json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        _json.WriteEndObject();
        await _json.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _json.DisposeAsync();
}
