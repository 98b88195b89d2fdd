using CsCheck;
using NodaTime;

namespace GdprKit;

public sealed class RegisterWordingTests
{
    private static readonly RegisterWording Dutch = RegisterWording.In(Language.Dutch);
    private static readonly RegisterWording English = RegisterWording.In(Language.English);

    public static TheoryData<string, string, string> Periods => new()
    {
        { "P1Y", "1 jaar", "1 year" },
        { "P7Y", "7 jaar", "7 years" },
        { "P1M", "1 maand", "1 month" },
        { "P24M", "24 maanden", "24 months" },
        { "P1W", "1 week", "1 week" },
        { "P4W", "4 weken", "4 weeks" },
        { "P1D", "1 dag", "1 day" },
        { "P30D", "30 dagen", "30 days" },
        { "P2Y6M", "2 jaar en 6 maanden", "2 years and 6 months" },
        { "P3M1D", "3 maanden en 1 dag", "3 months and 1 day" },
        { "P1Y2M3W4D", "1 jaar, 2 maanden, 3 weken en 4 dagen", "1 year, 2 months, 3 weeks and 4 days" },
        { "P0D", "0 dagen", "0 days" },
    };

    public static TheoryData<string, string> Articles => new()
    {
        { "45", "art. 45 AVG" },
        { "21(1)", "art. 21 lid 1 AVG" },
        { "6(1)(f)", "art. 6 lid 1 onder f AVG" },
        { "46(2)(c)", "art. 46 lid 2 onder c AVG" },
        { "49(1), second subparagraph", "art. 49 lid 1, tweede alinea, AVG" },
    };

    [Theory]
    [MemberData(nameof(Periods))]
    public void A_period_is_put_into_words_as_it_was_declared(string iso, string dutch, string english)
    {
        var period = NodaTime.Text.PeriodPattern.Roundtrip.Parse(iso).GetValueOrThrow();

        Dutch.Period(period).Should().Be(dutch);
        English.Period(period).Should().Be(english);
    }

    [Theory]
    [MemberData(nameof(Articles))]
    public void An_article_is_cited_as_lawyers_do(string article, string dutch)
    {
        Dutch.Article(article).Should().Be(dutch);
        English.Article(article).Should().Be($"Art. {article} GDPR");
    }

    [Fact]
    public void A_day_is_written_out()
    {
        Dutch.Date(new LocalDate(2027, 3, 1)).Should().Be("1 maart 2027");
        English.Date(new LocalDate(2027, 3, 1)).Should().Be("1 March 2027");
    }

    [Fact]
    public void Things_and_possibilities_are_enumerated()
    {
        Dutch.And("naam", "adres", "e-mailadres").Should().Be("naam, adres en e-mailadres");
        Dutch.Or("naam", "adres").Should().Be("naam of adres");
        English.And("name", "address").Should().Be("name and address");
        English.Or("name").Should().Be("name");
        English.And().Should().BeEmpty();
    }

    [Theory]
    [InlineData("bewaard tot je 18 wordt", "Bewaard tot je 18 wordt.")]
    [InlineData("ijs en weder", "IJs en weder.")]
    [InlineData("Klopt dat?", "Klopt dat?")]
    [InlineData(" nee. ", "Nee.")]
    [InlineData("", "")]
    public void A_fragment_becomes_a_sentence(string fragment, string sentence) => Dutch.AsSentence(fragment).Should().Be(sentence);

    [Fact]
    public void A_text_that_the_register_lacks_in_this_language_is_read_in_another()
    {
        Dutch.Text(LocalizedText.Of("naam", "name")).Should().Be("naam");
        Dutch.Text(LocalizedText.Of((Language.English, "name"))).Should().Be("name");
        Dutch.Text(LocalizedText.Empty).Should().BeEmpty();
    }

    [Fact]
    public void There_is_no_wording_in_other_languages()
    {
        var asking = () => RegisterWording.In(Language.Parse("fr"));

        asking.Should().Throw<NotSupportedException>().WithMessage("GDPR1020: GdprKit has no words in the language 'fr'. Ask for Dutch ('nl') or English ('en').");
    }

    [Fact]
    public void A_host_says_one_thing_otherwise_and_keeps_the_rest()
    {
        var wording = new FormalWording();

        wording.Explanation(new LawfulBasis.Consent()).Should().Be("U hebt hiervoor toestemming gegeven.");
        wording.Explanation(new LawfulBasis.Contract()).Should().Be(Dutch.Explanation(new LawfulBasis.Contract()));
    }

    [Fact]
    public void Every_period_of_years_to_days_has_words_with_every_number_in_them()
    {
        var amount = Gen.Int[0, 40];
        Gen.Select(amount, amount, amount, amount).Sample((years, months, weeks, days) =>
        {
            var period = new PeriodBuilder { Years = years, Months = months, Weeks = weeks, Days = days }.Build();
            var numbers = new[] { years, months, weeks, days }.Where(number => number > 0).DefaultIfEmpty(0);

            Numbers(Dutch.Period(period)).Should().Equal(numbers);
            Numbers(English.Period(period)).Should().Equal(numbers);
        });
    }

    private static IEnumerable<int> Numbers(string text) =>
        text.Split(' ').Where(word => char.IsAsciiDigit(word[0])).Select(word => int.Parse(word, System.Globalization.CultureInfo.InvariantCulture));

    private sealed class FormalWording : DutchRegisterWording
    {
        public override string Explanation(LawfulBasis basis) =>
            basis is LawfulBasis.Consent ? "U hebt hiervoor toestemming gegeven." : base.Explanation(basis);
    }
}
