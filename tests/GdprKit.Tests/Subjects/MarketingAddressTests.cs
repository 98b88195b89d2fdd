namespace GdprKit.Subjects;

public sealed class MarketingAddressTests
{
    private static readonly CountryCode Netherlands = CountryCode.Parse("NL");

    [Theory]
    [InlineData("anna@voorbeeld.example", "anna@voorbeeld.example")]
    [InlineData("  Anna@Voorbeeld.Example\n", "anna@voorbeeld.example")]
    [InlineData("ANNA+Winkel@voorbeeld.example.", "anna+winkel@voorbeeld.example")]
    [InlineData("rene\u0301@bücher.example", "ren\u00e9@xn--bcher-kva.example")]
    [InlineData("ren\u00e9@xn--bcher-kva.example", "ren\u00e9@xn--bcher-kva.example")]
    [InlineData("o'neil@voorbeeld.example", "o'neil@voorbeeld.example")]
    public void Spellings_of_one_mailbox_are_one_address(string written, string canonical) =>
        MarketingAddress.Email(written).Canonical.Should().Be(canonical);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("anna")]
    [InlineData("@voorbeeld.example")]
    [InlineData("anna@")]
    [InlineData("anna@localhost")]
    [InlineData("anna@voor beeld.example")]
    [InlineData("an na@voorbeeld.example")]
    [InlineData("anna@berta@voorbeeld.example")]
    [InlineData("Anna <anna@voorbeeld.example>")]
    [InlineData("anna@voorbeeld.example, berta@voorbeeld.example")]
    [InlineData("anna@voorbeeld.example\r\nBcc: x@voorbeeld.example")]
    [InlineData("anna\u200b@voorbeeld.example")]
    public void What_is_no_e_mail_address_is_unreadable_and_no_fault(string? written) => MarketingAddress.Email(written).IsReadable.Should().BeFalse();

    [Fact]
    public void Half_a_character_is_unreadable_and_no_fault()
    {
        MarketingAddress.Email("an\ud800na@voorbeeld.example").IsReadable.Should().BeFalse();
        MarketingAddress.Phone("06\ud80012345678", Netherlands).IsReadable.Should().BeFalse();
        MarketingAddress.Post("1234AB\ud800").IsReadable.Should().BeFalse();
    }

    [Fact]
    public void An_e_mail_address_that_no_server_takes_is_unreadable() =>
        MarketingAddress.Email($"{new string('a', 400)}@voorbeeld.example").IsReadable.Should().BeFalse();

    [Theory]
    [InlineData("+31 6 1234 5678", "+31612345678")]
    [InlineData("+31 (0)6-1234 5678", "+31612345678")]
    [InlineData("0031612345678", "+31612345678")]
    [InlineData("06-12345678", "+31612345678")]
    [InlineData("(020) 123 45 67", "+31201234567")]
    [InlineData("+49 30/123456", "+4930123456")]
    [InlineData("+31 06 12345678", "+31612345678")]
    [InlineData("0031 (0)6 12345678", "+31612345678")]
    [InlineData("+39 (0)6 1234567", "+39061234567")]
    [InlineData("+36 (06) 1 123 4567", "+3611234567")]
    [InlineData("+251 (0)91 123 4567", "+251911234567")]
    [InlineData("612345678", "+31612345678")]
    [InlineData("０６ 12345678", "+31612345678")]
    public void Spellings_of_one_number_are_one_address(string written, string canonical)
    {
        MarketingAddress.Phone(written, Netherlands).Canonical.Should().Be(canonical);
        MarketingAddress.TextMessage(written, Netherlands).Canonical.Should().Be(canonical);
    }

    [Theory]
    [InlineData("IT", "06 1234567", "+39061234567")]
    [InlineData("ES", "612 345 678", "+34612345678")]
    [InlineData("HU", "06 1 123 4567", "+3611234567")]
    [InlineData("BE", "0470 12 34 56", "+32470123456")]
    public void A_national_number_is_read_as_its_country_dials(string country, string written, string canonical) =>
        MarketingAddress.Phone(written, CountryCode.Parse(country)).Canonical.Should().Be(canonical);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("112")]
    [InlineData("06-CALL-ME-NOW")]
    [InlineData("+31 6 1234 5678 ext. 9")]
    [InlineData("+0612345678")]
    [InlineData("31612345678")]
    [InlineData("31 6 12345678")]
    [InlineData("+31612345678901234")]
    public void What_is_no_number_is_unreadable(string? written) => MarketingAddress.Phone(written, Netherlands).IsReadable.Should().BeFalse();

    [Fact]
    public void A_national_number_of_no_known_country_is_unreadable()
    {
        MarketingAddress.Phone("06-12345678").IsReadable.Should().BeFalse();
        MarketingAddress.Phone("06-12345678", CountryCode.Parse("JP")).IsReadable.Should().BeFalse();
    }

    [Fact]
    public void A_house_is_one_address_however_it_is_punctuated()
    {
        MarketingAddress.Post("1234 AB, 12-a").Should().Be(MarketingAddress.Post("1234ab 12A"));
        MarketingAddress.Post("Café 1").Canonical.Should().Be("cafe1");
        MarketingAddress.Post(" , ").IsReadable.Should().BeFalse();
    }

    [Fact]
    public void An_address_is_not_written_anywhere() =>
        MarketingAddress.Email("anna@voorbeeld.example").ToString().Should().Be("Email address (withheld)");
}
