using GdprKit.Samples.Crm.Links;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Samples.Links;

public sealed class SignedLinkTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 1, 9, 0);

    private readonly FakeClock _clock = new(Now);

    private readonly SignedLinks _links;

    private readonly SignedLink _link = new(LinkPurpose.ConfirmConsent, SubjectRef.New(), Now + Duration.FromDays(7))
    {
        Topic = Crm.Gdpr.Crm.Newsletter,
        SentTo = SignedLinks.DigestOf("ada@example.nl"),
    };

    public SignedLinkTests() => _links = new SignedLinks(new EphemeralDataProtectionProvider(), _clock);

    [Fact]
    public void A_link_carries_what_it_was_made_for_and_shows_none_of_it()
    {
        var text = _links.Write(_link);

        _links.Read(text, LinkPurpose.ConfirmConsent).Should().Be(new LinkReading.Valid(_link));
        text.Should().MatchRegex("^[A-Za-z0-9_-]+$").And.NotContain(_link.Person.ToString());
        _link.ToString().Should().Be("ConfirmConsent");
    }

    [Fact]
    public void A_link_about_everything_of_somebody_carries_no_topic_and_no_address()
    {
        var link = new SignedLink(LinkPurpose.ManageConsent, _link.Person, _link.Until);

        _links.Read(_links.Write(link), LinkPurpose.ManageConsent).Should().Be(new LinkReading.Valid(link));
    }

    [Fact]
    public void A_link_for_one_thing_opens_nothing_else() =>
        _links.Read(_links.Write(_link), LinkPurpose.ManageConsent).Should().BeOfType<LinkReading.NotOurs>();

    [Fact]
    public void A_link_of_another_application_opens_nothing() =>
        _links.Read(new SignedLinks(new EphemeralDataProtectionProvider(), _clock).Write(_link), LinkPurpose.ConfirmConsent).Should().BeOfType<LinkReading.NotOurs>();

    [Theory]
    [InlineData(6, 23, 59, true)]
    [InlineData(7, 0, 0, false)]
    public void A_link_opens_until_its_time_has_come(int days, int hours, int minutes, bool opens)
    {
        var text = _links.Write(_link);
        _clock.Advance(Duration.FromDays(days) + Duration.FromHours(hours) + Duration.FromMinutes(minutes));

        _links.Read(text, LinkPurpose.ConfirmConsent).Should().Be(opens ? new LinkReading.Valid(_link) : new LinkReading.Expired(_link));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("%%%")]
    [InlineData("-")]
    public void What_is_no_link_opens_nothing(string? text) =>
        _links.Read(text, LinkPurpose.ConfirmConsent).Should().BeOfType<LinkReading.NotOurs>();

    [Fact]
    public void A_link_that_was_changed_or_cut_off_anywhere_opens_nothing()
    {
        var text = _links.Write(_link);

        for (var at = 0; at < text.Length; at++)
        {
            // The last letter holds bits that mean nothing; every other one counts.
            var changed = text[..at] + (text[at] is 'A' ? 'B' : 'A') + text[(at + 1)..];
            (at == text.Length - 1 || _links.Read(changed, LinkPurpose.ConfirmConsent) is LinkReading.NotOurs).Should().BeTrue("letter {0} was changed", at);
            _links.Read(text[..at], LinkPurpose.ConfirmConsent).Should().BeOfType<LinkReading.NotOurs>("it was cut off after {0} letters", at);
        }

        _links.Read(text + new string('A', 4096), LinkPurpose.ConfirmConsent).Should().BeOfType<LinkReading.NotOurs>();
    }

    [Fact]
    public void An_address_is_the_same_however_its_capitals_are_written() =>
        SignedLinks.DigestOf(" Ada@Example.NL ").Should().Be(SignedLinks.DigestOf("ada@example.nl")).And.NotBe(SignedLinks.DigestOf("adam@example.nl"));
}
