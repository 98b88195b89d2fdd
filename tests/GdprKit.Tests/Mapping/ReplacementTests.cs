namespace GdprKit.Mapping;

public sealed class ReplacementTests
{
    private static readonly PropertyDescription Name = new() { Path = PropertyPath.Parse("Name"), Type = typeof(string), DeclaredBy = "" };

    private static readonly Replacement.PerRow Random = new("anon-", "@example.invalid");

    [Fact]
    public void A_text_that_differs_per_row_begins_and_ends_as_it_was_told_and_is_another_one_each_time()
    {
        var texts = Enumerable.Range(0, 1_000).Select(_ => (string)Random.Make()).ToList();

        texts.Should().OnlyHaveUniqueItems().And.OnlyContain(text => Random.Is(text));
        texts.Should().AllSatisfy(text => text.Should().MatchRegex("^anon-[0-9a-f]{16}@example[.]invalid$"));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("anon-0123456789abcdef@example.invalid", true)]
    [InlineData("Anon-0123456789abcdef@example.invalid", false)]
    [InlineData("anon-0123456789abcdef@example.INVALID", false)]
    [InlineData("anon-0123456789abcde@example.invalid", false)]
    [InlineData("anon-0123456789abcdef@example.invalid ", false)]
    public void It_is_recognised_by_its_length_its_beginning_and_its_end(string? value, bool isIt) => Random.Is(value).Should().Be(isIt);

    [Theory]
    [InlineData("", "", 16)]
    [InlineData("anon ", "", 16)]
    [InlineData("änon-", "", 16)]
    [InlineData("anon-", "\t", 16)]
    [InlineData("anon-", "", 11)]
    [InlineData("anon-", "", 33)]
    public void A_text_of_another_form_is_refused(string prefix, string suffix, int digits)
    {
        var making = () => new Replacement.PerRow(prefix, suffix, digits);

        making.Should().Throw<ArgumentException>().WithMessage("GDPR1094: a text that differs from row to row begins and ends with visible characters of ASCII*'anon-'.");
    }

    [Fact]
    public void Constants_are_equal_by_value_and_recognised_by_it()
    {
        var bytes = new Replacement.Constant(new byte[] { 1, 2 });

        bytes.Should().Be(new Replacement.Constant(new byte[] { 1, 2 })).And.NotBe(new Replacement.Constant(new byte[] { 1, 3 }));
        bytes.GetHashCode().Should().Be(new Replacement.Constant(new byte[] { 1, 2 }).GetHashCode());
        bytes.Is(new byte[] { 1, 2 }).Should().BeTrue();
        new Replacement.Constant(0).Is(0).Should().BeTrue();
        new Replacement.Constant(0).Is(null).Should().BeFalse();
        new Replacement.Constant("-").Is("–").Should().BeFalse();
    }

    [Fact]
    public void What_a_property_cannot_take_is_told()
    {
        var dash = new Replacement.Constant("-");

        dash.WhyNotFor(Name).Should().BeNull();
        dash.WhyNotFor(Name with { MaxLength = 1 }).Should().BeNull();
        new Replacement.Constant("none").WhyNotFor(Name with { MaxLength = 3 }).Should().Be("holds 3 at the most, and what would take its place is 4 long");
        new Replacement.Constant(1).WhyNotFor(Name).Should().Be("is a String, and what would take its place is a Int32");
        new Replacement.Constant(1).WhyNotFor(Name with { Type = typeof(int?) }).Should().BeNull();
        dash.WhyNotFor(Name with { IsUnique = true }).Should().Be("must differ from row to row, and what would take its place is the same in every row");
        Random.WhyNotFor(Name with { IsUnique = true }).Should().BeNull();
        Random.WhyNotFor(Name with { MaxLength = 36 }).Should().Be("holds 36 at the most, and what would take its place is 37 long");
        Random.WhyNotFor(Name with { Type = typeof(Guid) }).Should().Be("is a Guid and no text, so that nobody would recognise what takes its place");
        dash.WhyNotFor(Name with { IsCollection = true }).Should().Be("is in a collection");
        dash.WhyNotFor(Name with { IsForeignKey = true }).Should().Be("refers to another row");
        dash.WhyNotFor(Name with { IsBookkeeping = true }).Should().Be("is written by the store only");
    }
}
