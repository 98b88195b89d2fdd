using System.Text.Json;

namespace GdprKit.Documents;

public sealed class JsonTests
{
    [Fact]
    public void The_shape_is_the_documented_one()
    {
        var document = new Document("Title", Language.English,
        [
            new DocumentSection(SectionId.Parse("first"), "First")
            {
                Blocks = [new DocumentBlock.Paragraph(["Ask ", Inline.ToEmail("a@example.org")]) { Requirements = [RequirementId.Parse("N01")] }],
            },
        ]);

        document.ToJson().Should().Be("""
            {
              "title": "Title",
              "language": "en",
              "introduction": [],
              "sections": [
                {
                  "id": "first",
                  "heading": "First",
                  "requirements": [],
                  "blocks": [
                    {
                      "type": "paragraph",
                      "requirements": [
                        "N01"
                      ],
                      "text": [
                        {
                          "type": "text",
                          "value": "Ask "
                        },
                        {
                          "type": "link",
                          "value": "a@example.org",
                          "target": "mailto:a@example.org"
                        }
                      ]
                    }
                  ],
                  "sections": []
                }
              ],
              "closing": []
            }

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_kind_of_block_names_its_type()
    {
        using var json = JsonDocument.Parse(SampleDocument.Create().ToJson());
        var first = json.RootElement.GetProperty("sections")[0];

        first.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("type").GetString())
            .Should().Equal("paragraph", "bulletList", "definitionList", "callout");
        var table = first.GetProperty("sections")[0].GetProperty("blocks")[0];
        table.GetProperty("type").GetString().Should().Be("table");
        table.GetProperty("rows")[0][0][0].GetProperty("value").GetString().Should().Be("plain");
        first.GetProperty("sections")[0].GetProperty("blocks")[1].GetProperty("type").GetString().Should().Be("chart");
    }

    [Fact]
    public void A_chart_has_its_texts_and_the_numbers_of_every_series()
    {
        var chart = new DocumentBlock.Chart("Due", "rows", "Month", ["jan 2027"], [new ChartSeries("Customers", [1_000_000_000])]) { IsHorizontal = true };

        using var json = JsonDocument.Parse(new Document("Title", Language.English, []) { Introduction = [chart] }.ToJson());

        json.RootElement.GetProperty("introduction")[0].GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).Should().Be(
            """{"type":"chart","requirements":[],"caption":"Due","unit":"rows","categoryHeading":"Month","isHorizontal":true,"categories":["jan2027"],"series":[{"name":"Customers","values":[1000000000]}]}""");
    }

    [Fact]
    public void What_a_user_typed_comes_back_as_it_was()
    {
        const string Typed = "\"quotes\" \\ <b> é € 😀";

        using var json = JsonDocument.Parse(SampleDocument.Create(Typed).ToJson());

        json.RootElement.GetProperty("title").GetString().Should().Be($"Title {Typed}");
    }
}
