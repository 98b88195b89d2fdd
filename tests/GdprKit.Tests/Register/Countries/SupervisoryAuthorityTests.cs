namespace GdprKit;

public sealed class SupervisoryAuthorityTests
{
    public static TheoryData<string> EconomicAreaWithoutGermany =>
    [
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK",
        "SI", "ES", "SE", "IS", "LI", "NO",
    ];

    [Theory]
    [MemberData(nameof(EconomicAreaWithoutGermany))]
    public void The_authority_follows_from_the_country(string country)
    {
        SupervisoryAuthority.TryFind(CountryCode.Parse(country), out var authority).Should().BeTrue();

        authority!.Name.Should().NotBeEmpty();
        authority.Website.Scheme.Should().Be("https");
    }

    [Fact]
    public void In_the_Netherlands_people_complain_to_the_Autoriteit_Persoonsgegevens()
    {
        SupervisoryAuthority.TryFind(CountryCode.Parse("NL"), out var authority);

        authority.Should().Be(new SupervisoryAuthority("Autoriteit Persoonsgegevens", new Uri("https://www.autoriteitpersoonsgegevens.nl")));
    }

    [Theory]
    [InlineData("DE")]
    [InlineData("US")]
    [InlineData("GB")]
    [InlineData("CH")]
    [InlineData("BR")]
    public void An_authority_is_not_guessed(string country)
    {
        SupervisoryAuthority.TryFind(CountryCode.Parse(country), out var authority).Should().BeFalse();
        authority.Should().BeNull();
    }
}
