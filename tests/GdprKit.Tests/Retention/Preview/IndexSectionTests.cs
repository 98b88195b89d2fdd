namespace GdprKit.Retention;

/// <summary>What the text of a preview says about indexes.</summary>
public sealed class IndexSectionTests
{
    private static readonly DisposalPlan Plan = ShopPlan.Create();

    private static readonly IndexAdvice Advice = new()
    {
        Missing =
        [
            new MissingIndex
            {
                Store = "Shop", Entity = "Sale", Table = "sales.Sale", Columns = ["BuyerId", "SoldAt"], Purpose = IndexPurpose.FindRelated, Statement = "CREATE INDEX \"IX_Sale_BuyerId_SoldAt\" ON sales.\"Sale\" (\"BuyerId\", \"SoldAt\");",
            },
            new MissingIndex { Store = "Shop", Entity = "Buyer", Table = "Buyer", Columns = ["LeftOn"], Purpose = IndexPurpose.FindByDate, IsDeclared = true, Statement = "CREATE INDEX \"Left\" ON \"Buyer\" (\"LeftOn\");" },
        ],
        Unknown = ["Archive"],
    };

    [Fact]
    public void Nothing_is_said_where_nothing_is_missing() => Section(IndexAdvice.None, Language.English).Should().BeEmpty();

    [Fact]
    public void Each_index_is_named_with_its_table_its_columns_why_and_the_statement_that_makes_it()
    {
        Section(Advice with { Unknown = [] }, Language.English).Should().Equal(
            "Counting faster",
            "This is for who looks after the database. To count, the database now reads whole tables. With these indexes it need not. They change nothing of what goes.",
            "`sales.Sale` | `BuyerId`, `SoldAt` | Finds for every row the rows that belong to it. | `CREATE INDEX \"IX_Sale_BuyerId_SoldAt\" ON sales.\"Sale\" (\"BuyerId\", \"SoldAt\");`",
            "`Buyer` | `LeftOn` | Finds the rows that are due, also when they are few. The application has this index in its model. It also comes when its migrations are applied. | `CREATE INDEX \"Left\" ON \"Buyer\" (\"LeftOn\");`");
        Section(Advice with { Unknown = [] }, Language.Dutch).Should().HaveElementAt(0, "Sneller tellen").And.HaveElementAt(
            3, "`Buyer` | `LeftOn` | Vindt de rijen die aan de beurt zijn, ook als dat er weinig zijn. De toepassing kent deze index al. Hij komt er ook als haar migraties worden uitgevoerd. | `CREATE INDEX \"Left\" ON \"Buyer\" (\"LeftOn\");`");
    }

    [Fact]
    public void That_indexes_could_not_be_looked_at_is_said()
    {
        var unknown = new IndexAdvice { Unknown = ["Archive"] };

        Section(unknown, Language.English).Should().Equal(
            "Counting faster",
            "The indexes of `Archive` could not be looked at. What was counted is right all the same. If something went wrong, the log of the application says it under `GDPR6003`.");
        Section(unknown, Language.Dutch).Should().HaveElementAt(
            1, "Van `Archive` was niet te zien welke indexen er zijn. Wat is geteld, klopt wel. Ging er iets mis, dan staat het in het logboek van de toepassing onder `GDPR6003`.");
    }

    [Fact]
    public void It_comes_last_because_who_keeps_the_shop_need_not_read_it() =>
        (ShopCounts.Preview(Plan) with { Indexes = Advice }).ToDocument(Plan, Language.Dutch).AllSections().Last().Id.ToString().Should().Be("indexes");

    private static List<string> Section(IndexAdvice advice, Language language) =>
    [
        .. from section in (ShopCounts.Preview(Plan) with { Indexes = advice }).ToDocument(Plan, language).AllSections()
           where section.Id == PreviewIndexes.Id
           from line in section.Blocks.SelectMany(Lines).Prepend(section.Heading)
           select line,
    ];

    private static IEnumerable<string> Lines(Documents.DocumentBlock block) => block switch
    {
        Documents.DocumentBlock.Paragraph paragraph => [Text(paragraph.Text)],
        Documents.DocumentBlock.Table table => table.Rows.Select(row => string.Join(" | ", row.Select(Text))),
        _ => [],
    };

    private static string Text(Documents.InlineText text) => string.Concat(text.Select(piece => piece switch
    {
        Documents.Inline.Text plain => plain.Value,
        Documents.Inline.Code code => $"`{code.Value}`",
        _ => " ",
    }));
}
