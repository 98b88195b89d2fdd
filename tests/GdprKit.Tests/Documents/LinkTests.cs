namespace GdprKit.Documents;

public sealed class LinkTests
{
    [Theory]
    [InlineData("https://example.org/a?b=c#d")]
    [InlineData("http://example.org")]
    [InlineData("mailto:privacy@example.org")]
    [InlineData("tel:+31201234567")]
    [InlineData("/privacy/centre?tab=1")]
    [InlineData("../privacy")]
    [InlineData("#rights")]
    [InlineData("?page=a:b")]
    public void A_link_leads_to_the_web_to_mail_to_a_call_or_within_the_site(string address)
    {
        Link(address).Target.OriginalString.Should().Be(address);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("\\\\example.org")]
    [InlineData("a b:c")]
    public void A_link_leads_nowhere_else(string address)
    {
        FluentActions.Invoking(() => Link(address)).Should().Throw<ArgumentException>().WithMessage("GDPR1006:*");
    }

    [Theory]
    [InlineData("privacy@example.org", "mailto:privacy@example.org")]
    [InlineData("a&b?subject=x@example.org", "mailto:a%26b%3Fsubject%3Dx@example.org")]
    public void An_e_mail_address_cannot_add_to_the_message(string address, string target)
    {
        var link = Inline.ToEmail(address).Should().BeOfType<Inline.Link>().Subject;
        link.Label.Should().Be(address);
        link.Address.Should().Be(target);
    }

    [Theory]
    [InlineData("at the desk")]
    [InlineData("@example.org")]
    public void What_is_no_e_mail_address_is_text(string text)
    {
        Inline.ToEmail(text).Should().Be(new Inline.Text(text));
    }

    [Theory]
    [InlineData("+31 (0)20 123 45 67", "tel:+31201234567")]
    [InlineData("020-123 45 67", "tel:0201234567")]
    public void A_telephone_number_is_dialled_without_its_punctuation(string number, string target)
    {
        var link = Inline.ToPhone(number).Should().BeOfType<Inline.Link>().Subject;
        link.Label.Should().Be(number);
        link.Address.Should().Be(target);
    }

    [Fact]
    public void A_telephone_number_without_digits_is_text()
    {
        Inline.ToPhone("at the desk").Should().Be(new Inline.Text("at the desk"));
    }

    private static Inline.Link Link(string address) => new("label", new Uri(address, UriKind.RelativeOrAbsolute));
}
