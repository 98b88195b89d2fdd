using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Parser;
using GdprKit.Documents;

namespace GdprKit;

public sealed class RecordFormTests
{
    public static TheoryData<string> Languages => ["nl", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_document_is_the_approved_one(string language) =>
        WithoutHash(Record(language).ToDocument().ToMarkdown()).ShouldBeApproved($"Register/Record/Expected/record.{language}.approved.md");

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_JSON_is_the_approved_one(string language) =>
        WithoutHash(Record(language).ToJson()).ShouldBeApproved($"Register/Record/Expected/record.{language}.approved.json");

    // Approved texts are kept with line feeds; that rows end with CRLF is tested below.
    [Theory]
    [MemberData(nameof(Languages))]
    public void The_CSV_is_the_approved_one(string language) =>
        CsvFile.Decode(Record(language).ToCsv()).ReplaceLineEndings("\n").ShouldBeApproved($"Register/Record/Expected/record.{language}.approved.csv");

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_row_of_the_CSV_is_an_activity_with_the_controller_before_it(string language)
    {
        var record = Record(language);

        var rows = CsvFile.Read(CsvFile.Decode(record.ToCsv()));

        rows.Should().HaveCount(1 + record.Activities.Count);
        rows[0].Should().OnlyHaveUniqueItems().And.NotContain("");
        foreach (var (activity, row) in record.Activities.Zip(rows.Skip(1)))
        {
            row.Should().Equal(
            [
                .. record.Controller.Select(Cell),
                activity.Name,
                activity.Key.ToString(),
                .. activity.Fields.Select(Cell),
                .. activity.Details.Select(detail => string.Join('\n', detail.Lines)),
            ]);
        }

        string Cell(RecordField field) => field switch
        {
            RecordField.Present present => string.Join('\n', present.Lines),
            RecordField.NotApplicable missing => $"{(language == "nl" ? "Niet van toepassing" : "Not applicable")}: {missing.Reason}",
            _ => throw new InvalidOperationException("The complete register misses nothing."),
        };
    }

    [Fact]
    public void Rows_of_the_CSV_end_with_carriage_return_and_line_feed()
    {
        var csv = CsvFile.Decode(Record("nl").ToCsv());

        csv.Should().EndWith("\r\n");
        csv.Split("\r\n").Should().HaveCount(Record("nl").Activities.Count + 2);
    }

    [Fact]
    public void A_declared_text_is_no_formula_in_the_CSV()
    {
        var register = ProcessingRegister.FromJson(CompleteRegister.With(file =>
        {
            file["controller"]!["name"] = "=HYPERLINK(\"https://example.org\")";
            file["activities"]!["newsletter"]!["name"]!["nl"] = "@SUM(A1:A9)";
            file["activities"]!["newsletter"]!["purpose"]!["description"]!["nl"] = "Wij sturen dit;=1+1";
        }));

        var row = CsvFile.Read(CsvFile.Decode(RecordOfProcessing.From(register, Language.Dutch).ToCsv()))
            .Single(cells => cells[5] == "newsletter");

        row[0].Should().StartWith("'=HYPERLINK(\"https://example.org\")");
        row[4].Should().Be("'@SUM(A1:A9)");
        row[6].Should().Be("Wij sturen dit;'=1+1");
    }

    [Fact]
    public void The_JSON_says_of_every_field_what_it_asks_where_and_how_it_stands()
    {
        using var json = JsonDocument.Parse(RecordOfProcessing.From(RecordRegisters.Bare, Language.Dutch).ToJson());
        var activity = json.RootElement.GetProperty("activities")[0];
        var fields = json.RootElement.GetProperty("controller").EnumerateArray().Concat(activity.GetProperty("fields").EnumerateArray()).ToList();

        fields.Select(field => field.GetProperty("requirement").GetString()).Should().Equal(
            "controller", "jointControllers", "representative", "dataProtectionOfficer", "purposes", "dataSubjects", "personalData",
            "recipients", "transfers", "transferSafeguards", "timeLimits", "securityMeasures");
        fields[0].GetProperty("status").GetString().Should().Be("missing");
        fields[0].GetProperty("fault").GetProperty("id").GetString().Should().Be("GDPR4401");
        fields[1].GetProperty("status").GetString().Should().Be("notApplicable");
        fields[1].GetProperty("reason").GetString().Should().Contain("art. 26 AVG");
        json.RootElement.GetProperty("missing").GetArrayLength().Should().Be(RecordOfProcessing.From(RecordRegisters.Bare, Language.Dutch).Missing.Count);
    }

    [Fact]
    public void What_is_missing_is_said_first_and_again_in_its_place()
    {
        var page = new HtmlParser().ParseDocument(RecordOfProcessing.From(RecordRegisters.Bare, Language.Dutch).ToDocument().ToHtml());

        page.QuerySelectorAll("header .gdprkit-callout li").Should().HaveCount(7);
        page.QuerySelector("header .gdprkit-callout")!.TextContent.Should().Contain("vul /security aan in het register (art. 30 lid 1 onder g AVG, GDPR4407)");
        page.QuerySelectorAll("#activity-orders dd strong").Select(strong => strong.TextContent).Should().HaveCount(5).And.OnlyContain(text => text == "Ontbreekt");
    }

    [Fact]
    public void A_complete_record_has_no_warning_and_marks_the_articles()
    {
        var page = new HtmlParser().ParseDocument(Record("en").ToDocument().ToHtml());

        page.QuerySelectorAll(".gdprkit-callout").Should().BeEmpty();
        page.DocumentElement.GetAttribute("lang").Should().Be("en");
        page.QuerySelectorAll("#controller [data-gdpr-item='Art.30.1.a']").Should().HaveCount(4);
        foreach (var point in "bcdefg")
        {
            page.QuerySelector($"#activity-orders [data-gdpr-item='Art.30.1.{point}']").Should().NotBeNull();
        }
    }

    [Fact]
    public void No_form_depends_on_the_culture_of_the_machine()
    {
        var before = Record("nl").ToJson();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Record("nl").ToJson().Should().Be(before);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static RecordOfProcessing Record(string language) => RecordOfProcessing.From(RecordRegisters.Complete, Language.Parse(language));

    // The hash is proven where it is made, and changes with every declaration.
    private static string WithoutHash(string text) => text.Replace(RecordRegisters.Complete.Hash.ToString(), "(hash)", StringComparison.Ordinal);
}
