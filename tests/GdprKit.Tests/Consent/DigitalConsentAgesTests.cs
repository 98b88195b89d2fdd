using NodaTime;

namespace GdprKit;

public sealed class DigitalConsentAgesTests
{
    private static readonly CountryCode Netherlands = CountryCode.Parse("NL");

    private static readonly LocalDate Monday = new(2027, 3, 1);

    [Theory]
    [InlineData("US")]
    [InlineData("LI")]
    public void A_country_of_which_nothing_is_known_has_the_age_of_the_regulation(string country) =>
        DigitalConsentAges.Shipped.On(Monday, CountryCode.Parse(country)).Should().Be(16);

    [Fact]
    public void An_unknown_country_has_the_age_of_the_regulation() => DigitalConsentAges.Shipped.On(Monday, null).Should().Be(16);

    [Fact]
    public void A_host_says_what_a_new_law_says_from_its_first_day()
    {
        var ages = DigitalConsentAges.Shipped.With(new DigitalConsentAge(Netherlands, 15, Monday));

        ages.On(Monday.PlusDays(-1), Netherlands).Should().Be(16);
        ages.On(Monday, Netherlands).Should().Be(15);
        ages.On(Monday, CountryCode.Parse("BE")).Should().Be(13);
        DigitalConsentAges.Shipped.On(Monday, Netherlands).Should().Be(16);
    }

    [Fact]
    public void A_host_corrects_what_is_known_of_a_day()
    {
        var ages = DigitalConsentAges.Shipped
            .With(new DigitalConsentAge(Netherlands, 14, Monday))
            .With(new DigitalConsentAge(Netherlands, 15, Monday));

        ages.On(Monday, Netherlands).Should().Be(15);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(17)]
    public void An_age_that_no_law_may_set_is_refused(int age) =>
        FluentActions.Invoking(() => DigitalConsentAges.Shipped.With(new DigitalConsentAge(Netherlands, age, Monday)))
            .Should().Throw<ArgumentException>().WithMessage($"GDPR1200: an age of {age} cannot be that of digital consent in 'NL'.*");

    [Fact]
    public void An_age_of_no_country_is_refused() =>
        FluentActions.Invoking(() => DigitalConsentAges.Shipped.With(new DigitalConsentAge(default, 15, Monday))).Should().Throw<ArgumentException>();
}
