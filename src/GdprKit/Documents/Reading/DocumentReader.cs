using System.Text.Json;

namespace GdprKit.Documents;

/// <summary>Reads what <see cref="JsonWriter"/> wrote. Whatever has another shape is refused, never guessed.</summary>
internal static class DocumentReader
{
    public static Document Read(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8Json);
            using var json = JsonDocument.ParseValue(ref reader);
            return Document(json.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new FormatException($"{DocumentMessages.NotADocument}: the text is not a document: {fault.Message} Pass what ToJson wrote, unchanged.", fault);
        }
    }

    private static Document Document(JsonElement json) => new(Text(json, "title"), Language.Parse(Text(json, "language")), List(json, "sections", Section))
    {
        Introduction = List(json, "introduction", Block),
        Closing = List(json, "closing", Block),
    };

    private static DocumentSection Section(JsonElement json) => new(SectionId.Parse(Text(json, "id")), Text(json, "heading"))
    {
        Blocks = List(json, "blocks", Block),
        Sections = List(json, "sections", Section),
        Requirements = Requirements(json),
    };

    private static DocumentBlock Block(JsonElement json)
    {
        DocumentBlock block = Text(json, "type") switch
        {
            "paragraph" => new DocumentBlock.Paragraph(Inlines(json.GetProperty("text"))),
            "bulletList" => new DocumentBlock.BulletList(List(json, "items", Inlines)),
            "definitionList" => new DocumentBlock.DefinitionList(List(json, "definitions", Definition)),
            "table" => new DocumentBlock.Table(Text(json, "caption"), List(json, "headers", String), List(json, "rows", row => Items(row, Inlines)))
            {
                HasRowHeaders = json.GetProperty("hasRowHeaders").GetBoolean(),
            },
            "chart" => new DocumentBlock.Chart(
                Text(json, "caption"), Text(json, "unit"), Text(json, "categoryHeading"), List(json, "categories", String), List(json, "series", Series))
            {
                IsHorizontal = json.GetProperty("isHorizontal").GetBoolean(),
            },
            "callout" => new DocumentBlock.Callout(List(json, "blocks", Block)),
            _ => throw new FormatException("it has a block of an unknown type."),
        };
        return block with { Requirements = Requirements(json) };
    }

    private static Definition Definition(JsonElement json) => new(Inlines(json.GetProperty("term")), List(json, "descriptions", Inlines)) { Requirements = Requirements(json) };

    private static ChartSeries Series(JsonElement json) => new(Text(json, "name"), List(json, "values", value => value.GetInt64()));

    private static InlineText Inlines(JsonElement json) => InlineText.Create(Items(json, Piece).AsSpan());

    private static Inline Piece(JsonElement json) => Text(json, "type") switch
    {
        "text" => new Inline.Text(Text(json, "value")),
        "strong" => new Inline.Strong(Text(json, "value")),
        "code" => new Inline.Code(Text(json, "value")),
        "link" => new Inline.Link(Text(json, "value"), new Uri(Text(json, "target"), UriKind.RelativeOrAbsolute)),
        "blank" => new Inline.Blank(),
        "lineBreak" => new Inline.LineBreak(),
        _ => throw new FormatException("it has a piece of an unknown type."),
    };

    private static ValueList<RequirementId> Requirements(JsonElement json) => List(json, "requirements", item => RequirementId.Parse(String(item)));

    private static ValueList<T> List<T>(JsonElement json, string property, Func<JsonElement, T> read) => Items(json.GetProperty(property), read);

    private static ValueList<T> Items<T>(JsonElement json, Func<JsonElement, T> read) => json.EnumerateArray().Select(read).ToValueList();

    private static string Text(JsonElement json, string property) => String(json.GetProperty(property));

    private static string String(JsonElement json) => json.GetString() ?? throw new FormatException("a text is missing.");
}
