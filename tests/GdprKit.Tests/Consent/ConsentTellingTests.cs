using GdprKit.Ledger;
using static GdprKit.ClubKeys;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class ConsentTellingTests : ConsentTest
{
    private static readonly ConsentSignal Online = ConsentSignal.ByPersonOnline;

    [Fact]
    public async Task A_life_of_a_consent_reads_as_a_story_in_both_languages()
    {
        await Consents.RequestAsync(Ann, Club, Online with { By = ConsentActor.Employee, Medium = ConsentMedium.Phone }, Token);
        await Consents.DeferAsync(Ann, Club, Online with { Medium = ConsentMedium.Email }, Token);
        await Consents.RefuseAsync(Ann, Club, Online with { Medium = ConsentMedium.Paper }, Token);
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);
        await Consents.ConfirmAsync(Ann, Club, MarketingChannel.Email, Token);
        await Consents.RenewAsync(Ann, Club, Evidence() with { By = ConsentActor.Representative }, Token);
        await Consents.WithdrawAsync(Ann, Club, Online with { By = ConsentActor.ParentalResponsibility, Medium = ConsentMedium.App }, Token);
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);
        await Consents.RevokeAsync(Ann, Club, ConsentEndReason.Ordered, Token);
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);
        await Consents.InvalidateAsync(Ann, Club, ConsentEndReason.ActivityChanged, Token);

        (await TellAsync(Club, Language.English)).Should().Equal(
            "Was asked for consent to ‘Club’ by phone, written down by an employee.",
            "Decides later about ‘Club’ by e-mail.",
            "Refused consent to ‘Club’ on paper.",
            "Consented to ‘Club’ on the website. Lasts until 26 November 2028.",
            "Confirmed by e-mail the consent to ‘Club’.",
            "Consented again to ‘Club’ on the website, by a representative. Lasts until 26 November 2028.",
            "Withdrew consent to ‘Club’ in the app, by a parent or guardian.",
            "Consented to ‘Club’ on the website. Lasts until 26 November 2028.",
            "We revoked the consent to ‘Club’. A supervisory authority or a court ordered it.",
            "Consented to ‘Club’ on the website. Lasts until 26 November 2028.",
            "No longer valid: the consent to ‘Club’. What is done with it has changed.");
        (await TellAsync(Club, Language.Dutch)).Should().HaveCount(11).And.StartWith("Toestemming gevraagd voor ‘Club’ per telefoon, opgeschreven door een medewerker.")
            .And.Contain("Toestemming gegeven voor ‘Club’ op de website. Geldt tot 26 november 2028.")
            .And.Contain("Toestemming ingetrokken voor ‘Club’ in de app, door een ouder of voogd.")
            .And.EndWith("Niet meer geldig: de toestemming voor ‘Club’. Wat ermee gebeurt, is veranderd.");
    }

    [Fact]
    public async Task Channels_and_explicit_consent_are_told()
    {
        await Consents.GiveAsync(Ann, new ConsentTopic(Offers, MarketingChannel.Phone), Evidence(), Token);
        await Consents.GiveAsync(Ann, Diet, Evidence(), Token);

        (await TellAsync(new ConsentTopic(Offers, MarketingChannel.Phone), Language.English)).Should().Equal("Consented to ‘Offers’ by phone on the website.");
        (await TellAsync(Diet, Language.Dutch)).Should().Equal("Uitdrukkelijk toestemming gegeven voor ‘Dieet’ op de website.");
    }

    [Fact]
    public void Every_reason_is_told()
    {
        var wording = new LedgerWording(Register, [ConsentRecord.Fold]);
        var told = Enum.GetValues<ConsentEndReason>().Select(reason => wording.Tell(
            GdprKit.Consent.ConsentEntries.Revoked.Draft(new() { Activity = Club, At = Start, Reason = reason }).Seal(ConsentTopic.Of(Club).StreamOf(SubjectRef.New()), 1, Start), Language.Dutch)).ToList();

        told.Should().OnlyHaveUniqueItems();
        told.Where(sentence => sentence.Contains("niet vastgelegd", StringComparison.Ordinal)).Should().ContainSingle("only what was not said has no words");
    }

    [Fact]
    public void Every_state_has_its_term_of_the_vocabulary() =>
        Enum.GetValues<ConsentStatus>().Select(status => status.ToDpvTerm().ToString()).Should().OnlyHaveUniqueItems().And.HaveCount(10);

    [Fact]
    public void A_question_is_the_one_declared_or_made_from_the_purpose()
    {
        Consents.Question(Newsletter, Language.English).Text.Should().Be("Yes, I consent to this: We send you our newsletter every month.");
        Consents.Question(Diet, Language.Dutch).Text.Should().Be("Ja, hiervoor geef ik uitdrukkelijk toestemming: Wij letten op wat je niet mag eten.");
        Consents.Question(new ConsentTopic(Offers, MarketingChannel.Email), Language.English).Text.Should().Be("Yes, please.");
        FluentActions.Invoking(() => Consents.Question(Orders, Language.Dutch)).Should().Throw<ConsentException>().WithMessage("GDPR1202*");
    }

    [Theory]
    [InlineData("newsletter")]
    [InlineData("offers/text-message")]
    [InlineData("offers/email")]
    public void The_key_of_a_stream_reads_back_as_its_topic(string key)
    {
        ConsentTopic.TryParse(StreamKey.Parse(key), out var topic).Should().BeTrue();
        topic.ToStreamKey().Should().Be(StreamKey.Parse(key));
    }

    [Theory]
    [InlineData("offers/unspecified")]
    [InlineData("offers/fax")]
    [InlineData("offers/email/x")]
    [InlineData("Offers")]
    public void Another_key_is_no_topic(string key) => ConsentTopic.TryParse(StreamKey.Parse(key), out _).Should().BeFalse();

    private async Task<List<string>> TellAsync(ConsentTopic topic, Language language)
    {
        var wording = new LedgerWording(Register, [ConsentRecord.Fold]);
        return (await HistoryAsync(topic)).Select(entry => wording.Tell(entry, language)).ToList();
    }
}
