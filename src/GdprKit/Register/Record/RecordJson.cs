using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace GdprKit;

/// <summary>Writes a record of processing as JSON, in the shape that <see cref="RecordOfProcessing.ToJson"/> documents.</summary>
internal sealed class RecordJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly Utf8JsonWriter _json;
    private readonly RecordTexts _texts;

    private RecordJson(Utf8JsonWriter json, RecordTexts texts)
    {
        _json = json;
        _texts = texts;
    }

    public static string Write(RecordOfProcessing record)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            new RecordJson(json, new RecordTexts(RegisterWording.In(record.Language))).WriteRecord(record);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan) + "\n";
    }

    private void WriteRecord(RecordOfProcessing record)
    {
        _json.WriteStartObject();
        _json.WriteString("language"u8, record.Language.Code);
        _json.WriteString("register"u8, record.RegisterHash.ToString());
        _json.WriteString("controllerName"u8, record.ControllerName);
        WriteArray("controller", record.Controller, WriteField);
        WriteArray("activities", record.Activities, WriteActivity);
        WriteArray("missing", record.Missing, WriteFault);
        _json.WriteEndObject();
    }

    private void WriteActivity(RecordedActivity activity)
    {
        _json.WriteStartObject();
        _json.WriteString("key"u8, activity.Key.ToString());
        _json.WriteString("name"u8, activity.Name);
        _json.WriteBoolean("isOwnRecord"u8, activity.IsOwnRecord);
        WriteArray("fields", activity.Fields, WriteField);
        WriteArray("details", activity.Details, WriteDetail);
        _json.WriteEndObject();
    }

    private void WriteField(RecordField field)
    {
        _json.WriteStartObject();
        _json.WriteString("requirement"u8, NameOf(field.Requirement));
        _json.WriteString("label"u8, _texts.Name(field.Requirement));
        _json.WriteString("article"u8, field.Article);
        switch (field)
        {
            case RecordField.Present present:
                _json.WriteString("status"u8, "present");
                WriteArray("lines", present.Lines, _json.WriteStringValue);
                break;
            case RecordField.NotApplicable notApplicable:
                _json.WriteString("status"u8, "notApplicable");
                _json.WriteString("reason"u8, notApplicable.Reason);
                break;
            case RecordField.Missing missing:
                _json.WriteString("status"u8, "missing");
                _json.WritePropertyName("fault"u8);
                WriteFault(missing.Fault);
                break;
        }

        _json.WriteEndObject();
    }

    private void WriteDetail(RecordDetail detail)
    {
        _json.WriteStartObject();
        _json.WriteString("kind"u8, NameOf(detail.Kind));
        _json.WriteString("label"u8, _texts.Name(detail.Kind));
        WriteArray("lines", detail.Lines, _json.WriteStringValue);
        _json.WriteEndObject();
    }

    private void WriteFault(RegisterFault fault)
    {
        _json.WriteStartObject();
        _json.WriteString("path"u8, fault.Path);
        _json.WriteString("id"u8, fault.Id);
        _json.WriteString("fault"u8, fault.Fault);
        _json.WriteString("remedy"u8, fault.Remedy);
        _json.WriteEndObject();
    }

    private void WriteArray<T>(string property, ValueList<T> items, Action<T> write)
    {
        _json.WriteStartArray(property);
        foreach (var item in items)
        {
            write(item);
        }

        _json.WriteEndArray();
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
