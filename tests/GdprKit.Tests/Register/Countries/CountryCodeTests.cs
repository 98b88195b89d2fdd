using System.Globalization;

namespace GdprKit;

public sealed class CountryCodeTests
{
    private static readonly CountryCode[] All =
    [
        .. from first in Enumerable.Range('A', 26)
           from second in Enumerable.Range('A', 26)
           let text = $"{(char)first}{(char)second}"
           let country = CountryCode.TryParse(text, out var parsed) ? parsed : default
           where country != default
           select country,
    ];

    public static TheoryData<string, bool> Membership => new()
    {
        { "NL", true }, { "HR", true }, { "IS", true }, { "LI", true }, { "NO", true }, { "RE", true }, { "AX", true },
        { "GB", false }, { "CH", false }, { "US", false }, { "AW", false }, { "CW", false }, { "GL", false }, { "FO", false }, { "SJ", false }, { "NC", false },
    };

    [Fact]
    public void There_are_249_countries_in_ISO_3166_1() => All.Should().HaveCount(249);

    [Theory]
    [InlineData("nl", "NL")]
    [InlineData("Us", "US")]
    public void Case_does_not_matter(string text, string code) => CountryCode.Parse(text).Code.Should().Be(code);

    [Theory]
    [InlineData("EU")]
    [InlineData("UK")]
    [InlineData("AN")]
    [InlineData("XX")]
    [InlineData("N")]
    [InlineData("NLD")]
    [InlineData("N1")]
    [InlineData(" N")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_assigned_code_is_no_country(string? text)
    {
        CountryCode.TryParse(text, out var country).Should().BeFalse();
        country.Should().Be(default(CountryCode));
    }

    [Fact]
    public void Parsing_what_is_no_country_says_so_and_what_to_write()
    {
        var parsing = () => CountryCode.Parse("UK");

        parsing.Should().Throw<FormatException>().WithMessage("GDPR1012: 'UK' is not a country. Use the two-letter code of ISO 3166-1, for example 'NL'.");
    }

    [Theory]
    [MemberData(nameof(Membership))]
    public void The_economic_area_is_where_the_regulation_applies(string code, bool member) =>
        CountryCode.Parse(code).IsInEuropeanEconomicArea.Should().Be(member);

    [Fact]
    public void The_economic_area_has_thirty_states_and_seven_parts_of_states_with_a_code_of_their_own() =>
        All.Count(country => country.IsInEuropeanEconomicArea).Should().Be(27 + 3 + 7);

    [Fact]
    public void No_country_is_outside_the_economic_area_and_nameless()
    {
        default(CountryCode).IsInEuropeanEconomicArea.Should().BeFalse();
        default(CountryCode).NameIn(Language.Dutch).Should().BeEmpty();
    }

    [Theory]
    [InlineData("NL", "Nederland", "Netherlands")]
    [InlineData("US", "Verenigde Staten", "United States")]
    [InlineData("CI", "Ivoorkust", "Côte d’Ivoire")]
    [InlineData("GS", "Zuid-Georgia en Zuidelijke Sandwicheilanden", "South Georgia and South Sandwich Islands")]
    public void A_country_has_a_name_in_Dutch_and_English(string code, string dutch, string english)
    {
        CountryCode.Parse(code).NameIn(Language.Dutch).Should().Be(dutch);
        CountryCode.Parse(code).NameIn(Language.English).Should().Be(english);
    }

    [Theory]
    [InlineData("BE", "België", "Belgium")]
    [InlineData("NL", "Nederland", "the Netherlands")]
    [InlineData("US", "de Verenigde Staten", "the United States")]
    [InlineData("GB", "het Verenigd Koninkrijk", "the United Kingdom")]
    public void In_a_sentence_a_country_takes_the_article_it_needs(string code, string dutch, string english)
    {
        CountryCode.Parse(code).NameInSentence(Language.Dutch).Should().Be(dutch);
        CountryCode.Parse(code).NameInSentence(Language.English).Should().Be(english);
    }

    [Fact]
    public void Every_country_has_a_name_of_its_own_in_both_languages()
    {
        All.Select(country => country.NameIn(Language.Dutch)).Should().OnlyHaveUniqueItems().And.NotContain(name => name.Length == 0 || name.Contains('('));
        All.Select(country => country.NameIn(Language.English)).Should().OnlyHaveUniqueItems().And.NotContain(name => name.Length == 0);
    }

    [Fact]
    public void The_host_s_culture_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // In Turkish the capital of i is not I.
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("tr-TR");

            CountryCode.Parse("it").NameIn(Language.Dutch).Should().Be("Italië");
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void There_are_no_names_in_other_languages()
    {
        var naming = () => CountryCode.Parse("NL").NameIn(Language.Parse("fr"));

        naming.Should().Throw<NotSupportedException>().WithMessage("GDPR1020: GdprKit has no words in the language 'fr'. Ask for Dutch ('nl') or English ('en').");
    }
}
