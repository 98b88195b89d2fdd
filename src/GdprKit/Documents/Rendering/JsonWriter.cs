using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace GdprKit.Documents;

/// <summary>Writes a document as JSON, in the shape that <see cref="Document.ToJson"/> documents.</summary>
internal sealed class JsonWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly Utf8JsonWriter _json;

    private JsonWriter(Utf8JsonWriter json) => _json = json;

    public static string Write(Document document)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            new JsonWriter(json).WriteDocument(document);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan) + "\n";
    }

    private void WriteDocument(Document document)
    {
        _json.WriteStartObject();
        _json.WriteString("title"u8, document.Title);
        _json.WriteString("language"u8, document.Language.Code);
        WriteArray("introduction", document.Introduction, WriteBlock);
        WriteArray("sections", document.Sections, WriteSection);
        WriteArray("closing", document.Closing, WriteBlock);
        _json.WriteEndObject();
    }

    private void WriteSection(DocumentSection section)
    {
        _json.WriteStartObject();
        _json.WriteString("id"u8, section.Id.ToString());
        _json.WriteString("heading"u8, section.Heading);
        WriteRequirements(section.Requirements);
        WriteArray("blocks", section.Blocks, WriteBlock);
        WriteArray("sections", section.Sections, WriteSection);
        _json.WriteEndObject();
    }

    private void WriteBlock(DocumentBlock block)
    {
        _json.WriteStartObject();
        switch (block)
        {
            case DocumentBlock.Paragraph paragraph:
                WriteType("paragraph", block);
                WriteText("text", paragraph.Text);
                break;
            case DocumentBlock.BulletList list:
                WriteType("bulletList", block);
                WriteArray("items", list.Items, WriteText);
                break;
            case DocumentBlock.DefinitionList list:
                WriteType("definitionList", block);
                WriteArray("definitions", list.Definitions, WriteDefinition);
                break;
            case DocumentBlock.Table table:
                WriteType("table", block);
                WriteTable(table);
                break;
            case DocumentBlock.Chart chart:
                WriteType("chart", block);
                WriteChart(chart);
                break;
            case DocumentBlock.Callout callout:
                WriteType("callout", block);
                WriteArray("blocks", callout.Blocks, WriteBlock);
                break;
        }

        _json.WriteEndObject();
    }

    private void WriteType(string type, DocumentBlock block)
    {
        _json.WriteString("type"u8, type);
        WriteRequirements(block.Requirements);
    }

    private void WriteDefinition(Definition definition)
    {
        _json.WriteStartObject();
        WriteText("term", definition.Term);
        WriteArray("descriptions", definition.Descriptions, WriteText);
        WriteRequirements(definition.Requirements);
        _json.WriteEndObject();
    }

    private void WriteTable(DocumentBlock.Table table)
    {
        _json.WriteString("caption"u8, table.Caption);
        WriteArray("headers", table.Headers, _json.WriteStringValue);
        _json.WriteBoolean("hasRowHeaders"u8, table.HasRowHeaders);
        WriteArray("rows", table.Rows, row =>
        {
            _json.WriteStartArray();
            foreach (var cell in row)
            {
                WriteText(cell);
            }

            _json.WriteEndArray();
        });
    }

    private void WriteChart(DocumentBlock.Chart chart)
    {
        _json.WriteString("caption"u8, chart.Caption);
        _json.WriteString("unit"u8, chart.Unit);
        _json.WriteString("categoryHeading"u8, chart.CategoryHeading);
        _json.WriteBoolean("isHorizontal"u8, chart.IsHorizontal);
        WriteArray("categories", chart.Categories, _json.WriteStringValue);
        WriteArray("series", chart.Series, series =>
        {
            _json.WriteStartObject();
            _json.WriteString("name"u8, series.Name);
            WriteArray("values", series.Values, _json.WriteNumberValue);
            _json.WriteEndObject();
        });
    }

    private void WriteText(string property, InlineText text)
    {
        _json.WritePropertyName(property);
        WriteText(text);
    }

    private void WriteText(InlineText text)
    {
        _json.WriteStartArray();
        foreach (var piece in text)
        {
            WritePiece(piece);
        }

        _json.WriteEndArray();
    }

    private void WritePiece(Inline piece)
    {
        var (type, value) = piece switch
        {
            Inline.Text text => ("text", text.Value),
            Inline.Strong strong => ("strong", strong.Value),
            Inline.Code code => ("code", code.Value),
            Inline.Link link => ("link", link.Label),
            Inline.Blank => ("blank", null),
            _ => ("lineBreak", null),
        };
        _json.WriteStartObject();
        _json.WriteString("type"u8, type);
        if (value is not null)
        {
            _json.WriteString("value"u8, value);
        }

        if (piece is Inline.Link { Address: var target })
        {
            _json.WriteString("target"u8, target);
        }

        _json.WriteEndObject();
    }

    private void WriteRequirements(ValueList<RequirementId> requirements) =>
        WriteArray("requirements", requirements, requirement => _json.WriteStringValue(requirement.ToString()));

    private void WriteArray<T>(string property, ValueList<T> items, Action<T> write)
    {
        _json.WriteStartArray(property);
        foreach (var item in items)
        {
            write(item);
        }

        _json.WriteEndArray();
    }
}
