using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using GdprKit.Documents;
using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

public sealed partial class DeletionConceptTests
{
    private static readonly LocalDate Day = new(2027, 3, 1);

    public static TheoryData<string> Languages => ["nl", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_concept_is_the_approved_one(string language) =>
        Hash().Replace(Concept(language).ToMarkdown(), "(hash)").ShouldBeApproved($"Retention/Concept/Expected/concept.{language}.approved.md");

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_field_activity_rule_and_reference_of_the_plan_is_in_it(string language)
    {
        var plan = ShopPlan.Create();
        var words = RegisterWording.In(Language.Parse(language));

        var text = Page(Concept(language)).Body!.TextContent;

        string[] expected =
        [
            .. plan.Entities.Select(entity => entity.ToString()),
            .. plan.Entities.SelectMany(entity => entity.Groups).SelectMany(group => group.Fields).Select(field => field.ToString()),
            .. plan.Entities.SelectMany(entity => entity.Groups).SelectMany(group => group.Activities).Select(activity => words.Text(activity.Activity.Name)),
            .. plan.Entities.SelectMany(entity => entity.Groups).SelectMany(group => group.Activities).SelectMany(activity => activity.Rules)
                .Where(rule => rule.Then is not DisposalAction.Anonymise)
                .Select(rule => words.AsSentence(words.HowLong(rule, plan.Register))),
            .. plan.Entities.SelectMany(entity => entity.Dependents).Select(dependent => dependent.Entity.ToString()),
            words.Text(ShopPlan.Binder.Instruction),
            plan.Register.Hash.ToString(),
        ];
        expected.Should().HaveCountGreaterThan(30).And.OnlyContain(each => text.Contains(each));
    }

    [Fact]
    public void Rows_that_still_lead_to_somebody_are_never_said_to_be_anonymous()
    {
        ShopPlan.Create().Entities.SelectMany(entity => entity.Groups).SelectMany(group => group.Activities).Should().Contain(activity => activity.Then == DisposalAction.Anonymise);

        Page(Concept("en")).Body!.TextContent.Should().Contain("then replace or empty the fields").And.NotContainEquivalentOf("anonymise");
        Page(Concept("nl")).Body!.TextContent.Should().Contain("daarna de velden vervangen of leegmaken").And.NotContainEquivalentOf("anonimise");
    }

    [Fact]
    public void Entities_stand_in_the_order_in_which_their_rows_go()
    {
        var plan = ShopPlan.Create();
        var page = Page(Concept("en"));

        var headings = page.QuerySelectorAll("#store-1 > section > h3").Select(heading => heading.TextContent).ToList();

        headings.Should().Equal("1. SaleLine", "2. Sales (Sale)", "3. Customers (Buyer)", "4. Employees (Worker)");
        page.QuerySelectorAll("#order tbody th a").Select(link => link.TextContent).Should().Equal(headings);
        headings.Should().HaveSameCount(plan.Entities);
    }

    [Fact]
    public void An_event_without_a_date_is_told_first_and_again_beside_its_rule()
    {
        var page = Page(Concept("nl"));

        page.QuerySelectorAll("main > section").First().Id.Should().Be("warnings");
        page.QuerySelectorAll("#warnings li").Select(item => item.TextContent).Should().Equal(
            "Klanten (Buyer): de toepassing zegt niet wanneer je laatste aankoop was. Wat daarvan afhangt, blijft bewaard en wordt gemeld: Email, InternalRemark en Name.");
        page.QuerySelectorAll("#developers dt").Select(term => term.TextContent).Distinct().Should().Equal(["GDPR4049", "GDPR4041"], "what is archived is not marked either");
        page.QuerySelectorAll("#rows-3 td strong").Select(strong => strong.TextContent).Distinct().Should().Equal("staat niet in deze rijen: bewaard en gemeld");
        page.QuerySelectorAll("#rows-2 td strong").Should().BeEmpty("a sale says both dates");
    }

    [Theory]
    [InlineData("rows-1", "These rows hold no personal data of their own. They go with the row that they belong to.")]
    [InlineData("rows-2", "The row goes as soon as no field of it is needed. Where “Sales figures” applies, the row stays, with fields emptied or replaced.")]
    [InlineData("rows-3", "The row goes as soon as no field of it is needed, and nothing that has to stay refers to it.")]
    [InlineData("rows-4", "The row goes as soon as no field of it is needed.")]
    public void What_becomes_of_a_row_is_said_in_a_sentence(string id, string sentence)
    {
        Page(Concept("en")).QuerySelectorAll($"#{id} > p").Select(paragraph => paragraph.TextContent).Should().Contain(sentence);
    }

    [Fact]
    public void A_row_stays_for_an_activity_that_is_about_all_of_them_and_only_empties_fields()
    {
        var newsletter = ShopPlan.Register(register => register.Activity(Key<ProcessingActivity>.Parse("panel"), panel => panel
            .Name("Panel", "Panel").Purpose("Wij vragen je mening.", "We ask your opinion.").OnContract()
            .About(ShopKeys.Customers).Uses(ShopKeys.Name).Keep(keep => keep.For(Period.FromYears(1)).After(ShopKeys.InvoiceDate).ThenBlank())));

        var page = Page(DeletionConcept.From(ShopPlan.Create(newsletter), Language.English, Day));

        page.QuerySelectorAll("#rows-3 > p").Select(paragraph => paragraph.TextContent).Should().Contain("The row stays. For “Panel”, fields are emptied or replaced, and not erased.");
        page.QuerySelectorAll("#order tbody tr:nth-child(3) td").Last().TextContent.Should().Be("Stays");
    }

    [Fact]
    public void Fields_about_several_people_say_whose_they_are_and_who_of_them_an_activity_is_about()
    {
        var map = PersonalDataMap.Create(ShopPlan.Register(), [.. ShopPlan.Maps, Messages()], [ShopPlan.Store]);

        var page = Page(DeletionConcept.From(DisposalPlan.Create(map), Language.English, Day));

        page.QuerySelector("#rows-1 > h3")!.TextContent.Should().Be("1. Message");
        page.QuerySelectorAll("#rows-1 > section > p:first-of-type").Select(paragraph => paragraph.TextContent).Should().BeEquivalentTo(
            "Of customers (in this row itself).", "Of employees (in this row itself).", "Of customers (in this row itself) and employees (in this row itself).");
        page.QuerySelectorAll("#rows-1 tbody tr").Where(row => row.Children[0].TextContent == "Orders").Select(row => row.Children[1].TextContent).Should().Equal(
            ["Contract (Art. 6(1)(b) GDPR)", "Contract (Art. 6(1)(b) GDPR)customers"], "the last is about senders and recipients together");
    }

    [Fact]
    public void Fields_that_no_activity_uses_say_that_nobody_knows()
    {
        var plan = ShopPlan.Create();
        var entity = plan.Entities[^1];

        var section = new ConceptGroup(entity, entity.Groups[0] with { Activities = [] }, new ConceptSource(plan, RegisterWording.In(Language.English))).Section(SectionId.Parse("fields"));

        section.Blocks.OfType<DocumentBlock.Callout>().Should().ContainSingle().Which.Blocks.Should().ContainSingle();
    }

    [Fact]
    public void Each_reference_says_what_becomes_of_the_rows_that_refer()
    {
        var cells = Page(Concept("en")).QuerySelectorAll("#rows-3 > table tbody tr").Single().Children.Select(cell => cell.TextContent);

        cells.Should().Equal("Sales (Sale)", "BuyerId", "Go first.As long as there is such a row, this row stays too. The values in it do go.");
        Page(Concept("en")).QuerySelectorAll("#rows-4 > table tbody td").Last().TextContent.Should().StartWith("Stay, apart from this row.");
    }

    [Fact]
    public void There_is_room_to_write_for_who_takes_care_and_for_who_signs()
    {
        var page = Page(Concept("nl"));

        page.QuerySelectorAll("#signatures tbody tr").Should().HaveCount(3).And.OnlyContain(row => row.QuerySelectorAll("td > .gdprkit-blank").Length == 4);
        page.QuerySelectorAll("#tasks tbody th").Select(task => task.TextContent).Should().Contain("Opruimen: map met sollicitaties");
        Concept("nl").ToMarkdown().Should().Contain("| Verwerkingsverantwoordelijke | .................... |");
    }

    [Fact]
    public void Its_hash_depends_on_the_maps_and_the_register_and_not_on_the_day()
    {
        var other = ShopPlan.Create(ShopPlan.Register(register => register.Backup(
            Key<BackupSchedule>.Parse("weekly"), backup => backup.Name("wekelijks", "weekly").Every(Period.FromWeeks(1)).KeptFor(Period.FromYears(1)))));
        var fewer = DisposalPlan.Create(PersonalDataMap.Create(ShopPlan.Register(), ShopPlan.Maps[..1], [ShopPlan.Store]));

        var hash = HashOf(ShopPlan.Create(), Day);

        HashOf(ShopPlan.Create(), Day.PlusYears(1)).Should().Be(hash);
        HashOf(other, Day).Should().NotBe(hash);
        HashOf(fewer, Day).Should().NotBe(hash);
    }

    [Fact]
    public void Without_a_map_it_says_what_is_missing()
    {
        var plan = DisposalPlan.Create(PersonalDataMap.Create(TestRegisters.Shop(), [], []));

        var page = Page(DeletionConcept.From(plan, Language.Dutch, Day));

        page.QuerySelector("#warnings .gdprkit-callout")!.TextContent.Should().Contain("De toepassing zegt nog niet waar persoonsgegevens staan.");
        page.QuerySelector("#manual-stores p")!.TextContent.Should().StartWith("Er is niet vastgelegd");
    }

    [Fact]
    public void Rows_that_hold_nothing_and_belong_to_nothing_stay()
    {
        var plan = DisposalPlan.Create(PersonalDataMap.Create(
            ShopPlan.Register(), [new InlineMap<Buyer>(data => data.IsSubject(ShopKeys.Customers, buyer => buyer.Id))], [ShopPlan.Store]));

        var page = Page(DeletionConcept.From(plan, Language.English, Day));

        page.QuerySelector("#rows-1 > p")!.TextContent.Should().Be("These rows hold no personal data of their own, and belong to no row with which they could go. They stay.");
        page.QuerySelectorAll("#order tbody td").Last().TextContent.Should().Be("Stays");
    }

    [Fact]
    public void Rows_that_wait_for_rows_without_a_map_are_told_first()
    {
        var plan = DisposalPlan.Create(PersonalDataMap.Create(ShopPlan.Register(), ShopPlan.Maps[..1], [ShopStore.Description]));

        Page(DeletionConcept.From(plan, Language.Dutch, Day)).QuerySelectorAll("#warnings li").Select(item => item.TextContent).Should().Contain(
            "Klanten (Buyer): een rij blijft zolang een rij van Sale ernaar verwijst. De toepassing zegt niet wanneer die weg mag.");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void It_is_a_valid_page_whose_links_lead_somewhere(string language)
    {
        var page = Page(Concept(language));

        page.DocumentElement.GetAttribute("lang").Should().Be(language);
        page.QuerySelectorAll("[id]").Select(element => element.Id).Should().OnlyHaveUniqueItems();
        page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]).Should().NotBeEmpty().And.OnlyContain(id => page.GetElementById(id) != null);
        page.QuerySelectorAll("[style], script").Should().BeEmpty();
    }

    [Fact]
    public void A_language_without_words_is_refused()
    {
        FluentActions.Invoking(() => DeletionConcept.From(ShopPlan.Create(), Language.Parse("de"), Day)).Should().Throw<NotSupportedException>().WithMessage("GDPR1020:*");
    }

    private static InlineMap<Message> Messages() => new(data => data
        .BelongsTo<Buyer>(message => message.SenderId)
        .BelongsTo<Worker>(message => message.RecipientId)
        .FieldOf(message => message.SenderId, ShopKeys.Name, message => message.SenderName)
        .FieldOf(message => message.RecipientId, ShopKeys.Name, message => message.RecipientName)
        .SharedField(ShopKeys.Name, message => message.Text));

    private static Documents.Document Concept(string language) => DeletionConcept.From(ShopPlan.Create(), Language.Parse(language), Day);

    private static string HashOf(DisposalPlan plan, LocalDate madeOn) =>
        Hash().Matches(DeletionConcept.From(plan, Language.English, madeOn).Closing.OfType<DocumentBlock.Paragraph>().Single().Text.ToString()).Last().Value;

    private static IDocument Page(Documents.Document document) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(document.ToHtml());

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();
}
