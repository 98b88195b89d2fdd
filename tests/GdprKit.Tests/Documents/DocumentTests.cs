namespace GdprKit.Documents;

public sealed class DocumentTests
{
    [Fact]
    public void Documents_with_the_same_content_are_equal()
    {
        SampleDocument.Create().Should().Be(SampleDocument.Create());
        SampleDocument.Create().GetHashCode().Should().Be(SampleDocument.Create().GetHashCode());
        SampleDocument.Create().Should().NotBe(SampleDocument.Create("other"));
    }

    [Fact]
    public void A_section_id_is_used_once_even_at_another_level()
    {
        var part = new DocumentSection(SectionId.Parse("first"), "Part");

        var make = () => new Document("Title", Language.English, [new DocumentSection(SectionId.Parse("first"), "First") { Sections = [part] }]);

        make.Should().Throw<ArgumentException>().WithMessage("GDPR1008: the section id 'first' is used twice. Give each section an id of its own.");
    }

    [Fact]
    public void Sections_nest_four_levels_deep_and_no_deeper()
    {
        var four = Nested(4);
        var five = () => Nested(5);

        four.ToHtmlFragment(2).Should().Contain("<h6 ");
        five.Should().Throw<ArgumentException>().WithMessage("GDPR1009: the section 's5' lies 5 levels deep.*");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    public void A_heading_has_a_text(string heading)
    {
        FluentActions.Invoking(() => new DocumentSection(SectionId.Parse("first"), heading)).Should().Throw<ArgumentException>().WithMessage("GDPR1005:*");
    }

    [Fact]
    public void A_section_has_an_id()
    {
        FluentActions.Invoking(() => new DocumentSection(default, "First")).Should().Throw<ArgumentException>().WithMessage("GDPR1003:*");
    }

    [Fact]
    public void A_row_has_one_cell_per_column()
    {
        var table = () => new DocumentBlock.Table("Data", ["Data", "Why"], [["e-mail address"]]);

        table.Should().Throw<ArgumentException>().WithMessage("GDPR1007: the table 'Data' has 2 columns and a row of another width.*");
    }

    [Theory]
    [InlineData("first", true)]
    [InlineData("activity-newsletter2", true)]
    [InlineData("", false)]
    [InlineData("First", false)]
    [InlineData("first--part", false)]
    [InlineData("first-", false)]
    [InlineData("2first", false)]
    [InlineData("first\n", false)]
    public void A_section_id_is_lower_case_letters_digits_and_single_hyphens(string text, bool valid)
    {
        SectionId.TryParse(text, out _).Should().Be(valid);
    }

    [Theory]
    [InlineData("N11", true)]
    [InlineData("30.1.a", true)]
    [InlineData("R-30.1", true)]
    [InlineData("N 11", false)]
    [InlineData("N\"", false)]
    public void A_requirement_id_needs_no_quotes_around_it(string text, bool valid)
    {
        RequirementId.TryParse(text, out _).Should().Be(valid && char.IsAsciiLetter(text[0]));
    }

    [Fact]
    public void White_space_and_control_characters_are_one_space_and_half_a_character_is_replaced()
    {
        new Inline.Text("a\r\n\t\0 b\ud83d").Value.Should().Be("a b\ufffd");
        new Inline.Text("art.\u00a06").Value.Should().Be("art.\u00a06");
    }

    private static Document Nested(int levels)
    {
        var section = new DocumentSection(SectionId.Parse($"s{levels}"), "Deepest");
        for (var level = levels - 1; level > 0; level--)
        {
            section = new DocumentSection(SectionId.Parse($"s{level}"), "Level") { Sections = [section] };
        }

        return new Document("Title", Language.English, [section]);
    }
}
