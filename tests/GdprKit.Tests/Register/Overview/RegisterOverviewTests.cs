using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace GdprKit;

public sealed class RegisterOverviewTests
{
    public static TheoryData<string> Languages => ["nl", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_overview_is_the_approved_one(string language)
    {
        var text = RegisterOverview.From(RecordRegisters.Complete, Language.Parse(language)).ToMarkdown();

        text.Replace(RecordRegisters.Complete.Hash.ToString(), "(hash)", StringComparison.Ordinal)
            .ShouldBeApproved($"Register/Overview/Expected/overview.{language}.approved.md");
    }

    [Fact]
    public void Warnings_come_first_each_with_id_place_fault_and_remedy()
    {
        var register = TestRegisters.Shop(declare => declare.People(Key<SubjectKind>.Parse("visitors"), "bezoekers", "visitors"));

        var page = Page(register, Language.Dutch);

        page.QuerySelectorAll("main > section").First().Id.Should().Be("warnings");
        var warning = register.Warnings.Should().ContainSingle().Subject;
        page.QuerySelectorAll("#warnings dt, #warnings dd").Select(cell => cell.TextContent).Should().Equal(warning.Id, warning.Path, warning.Fault, warning.Remedy);
    }

    [Fact]
    public void Without_warnings_it_says_so()
    {
        Page(TestRegisters.Shop(), Language.English).QuerySelector("#warnings p")!.TextContent.Should().Be("There are no warnings.");
    }

    [Fact]
    public void Every_declaration_is_shown_by_its_key()
    {
        var register = RecordRegisters.WithChoice;

        var text = Page(register, Language.English).Body!.TextContent;

        string[] keys =
        [
            .. register.Activities.Select(activity => activity.Key.ToString()),
            .. register.Activities.SelectMany(activity => activity.Retention).Select(rule => rule.Key.ToString()),
            .. register.Categories.Select(category => category.Key.ToString()),
            .. register.People.Select(people => people.Key.ToString()),
            .. register.Events.Select(declared => declared.Key.ToString()),
            .. register.Recipients.Select(recipient => recipient.Key.ToString()),
            .. register.Backups.Select(backup => backup.Key.ToString()),
            .. register.ConflictChoices.Select(choice => choice.Prevails.ToString()),
        ];
        keys.Should().OnlyContain(key => text.Contains(key));
        text.Should().Contain(register.Hash.ToString());
    }

    [Fact]
    public void A_category_names_the_activities_that_use_it_and_leads_to_them()
    {
        var row = Page(TestRegisters.Shop(), Language.English).QuerySelectorAll("#categories tbody tr")
            .Single(row => row.Children[0].TextContent.EndsWith("(email-address)", StringComparison.Ordinal));

        row.QuerySelectorAll("td:last-child a").Select(link => link.GetAttribute("href")).Should().Equal("#activity-newsletter", "#activity-orders");
    }

    [Fact]
    public void A_rule_shows_its_sentence_side_strength_and_source()
    {
        var row = Page(TestRegisters.Shop(), Language.English).QuerySelectorAll("#activity-invoicing tbody tr").Single();

        row.Children.Select(cell => cell.TextContent).Should().Equal(
            "invoicing",
            "Kept until 7 years after the end of the financial year of the invoice (art. 52 lid 4 AWR).",
            "minimum and maximumthen erase",
            "lawart. 52 lid 4 AWR (Netherlands)");
    }

    [Fact]
    public void Every_link_within_the_overview_leads_somewhere()
    {
        var page = Page(RecordRegisters.Complete, Language.Dutch);

        page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]).Distinct()
            .Should().NotBeEmpty().And.OnlyContain(id => page.GetElementById(id) != null);
    }

    [Fact]
    public void A_register_without_backups_and_choices_says_so()
    {
        var register = RegisterTemplates.Webshop(controller => controller.Name("Voorbeeldwinkel B.V.").Country("NL").Contact(email: "info@example.nl"));

        var page = Page(register, Language.Dutch);

        page.QuerySelector("#backups p")!.TextContent.Should().Be("Hierover is niets vastgelegd.");
        page.QuerySelector("#choices p")!.TextContent.Should().Be("Hierover is niets vastgelegd.");
        page.QuerySelectorAll("#warnings dt").Should().HaveSameCount(register.Warnings);
    }

    [Fact]
    public void A_language_without_words_is_refused()
    {
        FluentActions.Invoking(() => RegisterOverview.From(TestRegisters.Shop(), Language.Parse("de")))
            .Should().Throw<NotSupportedException>().WithMessage("GDPR1020:*");
    }

    private static IDocument Page(ProcessingRegister register, Language language) =>
        new HtmlParser().ParseDocument(RegisterOverview.From(register, language).ToHtml());
}
