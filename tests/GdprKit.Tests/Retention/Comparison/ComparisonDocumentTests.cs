using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

public sealed partial class ComparisonDocumentTests
{
    private static readonly DisposalPlan Plan = ShopPlan.Create();

    public static TheoryData<string> Languages => ["nl", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_text_is_the_approved_one(string language) =>
        Hash().Replace(Comparison(Longer(), Shorter()).ToDocument(Plan, Language.Parse(language)).ToMarkdown(), "(hash)")
            .ShouldBeApproved($"Retention/Comparison/Expected/comparison.{language}.approved.md");

    [Fact]
    public void What_would_be_lost_comes_first_with_a_warning()
    {
        var page = Page(Comparison(Longer(), Shorter()));

        page.QuerySelectorAll("header .gdprkit-callout > *").Select(block => block.TextContent.Trim()).Should().Equal(
            "Mind: with this, more goes.",
            "46 customers: e-mail address",
            "What is gone does not come back. See first whether this is meant.",
            "What would go now, and stays then:",
            "12 sales: purchases");
        page.QuerySelectorAll("#numbers tbody th").Select(cell => cell.TextContent).Should().Equal("Customers (Buyer)", "Sales (Sale)");
    }

    [Fact]
    public void A_register_that_deletes_less_needs_no_warning()
    {
        Page(Comparison(Longer())).QuerySelectorAll("header .gdprkit-callout strong").Should().BeEmpty();
        Page(Comparison(Longer())).QuerySelector("header .gdprkit-callout > p")!.TextContent.Should().Be("With this, nothing more goes today.");
        Page(Comparison()).QuerySelector("header .gdprkit-callout > p")!.TextContent.Should().Be("Neither register makes anything due today.");
    }

    [Fact]
    public void Rows_that_would_go_whole_are_warned_of_also_when_no_more_data_are_due()
    {
        var page = Page(Comparison() with { Rows = [new RowComparison("Shop", nameof(Buyer), 0, 46, 46, 0)] });

        page.QuerySelectorAll("header .gdprkit-callout > *").Select(block => block.TextContent.Trim()).Should().Equal(
            "Mind: with this, more goes.", "46 customers: the whole row", "What is gone does not come back. See first whether this is meant.");
        page.QuerySelectorAll("#numbers tbody td").Select(cell => cell.TextContent).Should().Equal("the whole row", "0", "46", "46", "0");
    }

    [Fact]
    public void Numbers_of_another_plan_are_refused()
    {
        FluentActions.Invoking(() => (Comparison() with { Current = Digest.Of([1]) }).ToDocument(Plan, Language.Dutch)).Should().Throw<ArgumentException>().WithMessage("GDPR1071:*");
    }

    private static FieldComparison Shorter() => new("Shop", nameof(Buyer), [PropertyPath.Parse("Email")], 0, 46, 46, 0);

    private static FieldComparison Longer() => new("Shop", nameof(Sale), [PropertyPath.Parse("Remark")], 12, 0, 0, 12);

    private static RetentionComparison Comparison(params FieldComparison[] fields) => new()
    {
        Today = new LocalDate(2027, 3, 1),
        Current = Plan.Register.Hash,
        Proposed = Digest.Of([1, 2, 3]),
        Fields = fields.ToValueList(),
        Rows = [],
    };

    private static IDocument Page(RetentionComparison comparison) => new HtmlParser().ParseDocument(comparison.ToDocument(Plan, Language.English).ToHtml());

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();
}
