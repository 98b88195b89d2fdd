using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class ConsentFaultTests
{
    private static readonly Key<ProcessingActivity> Club = Key<ProcessingActivity>.Parse("club");

    private static readonly ConsentTerms Terms = new() { ValidFor = Period.FromYears(2) };

    [Fact]
    public void Terms_of_consent_need_consent() =>
        Judgement.With(register => register.Activity(Orders, activity => activity with { Consent = Terms })).Should().Equal(
            "GDPR4151 /activities/orders/consent: The activity says how consent is asked, but rests on another basis. Remove it, or rest the activity on consent; asking for consent and going on without it misleads people (Art. 5(1)(a)).");

    [Fact]
    public void Explicit_consent_to_special_categories_can_have_terms() =>
        Judgement.With(register => register.Activity(Staff, activity => activity with
        {
            SpecialCategoryCondition = new SpecialCategoryCondition(SpecialCategoryGround.ExplicitConsent),
            Consent = Terms,
        })).Should().ContainSingle().Which.Should().StartWith("warning GDPR4138");

    [Fact]
    public void Consent_is_confirmed_over_a_channel_of_the_activity() =>
        Judgement.With(register => register.Activity(Newsletter, activity => activity with { Consent = new ConsentTerms { DoubleOptIn = [MarketingChannel.Email, MarketingChannel.TextMessage] } })).Should().Equal(
            "GDPR4152 /activities/newsletter/consent/doubleOptIn: Consent is to be confirmed over the channel 'textMessage', over which the activity sends nothing. Add the channel with Marketing(channels) or 'marketing', or remove it here.");

    [Fact]
    public void A_channel_of_confirmation_is_named_once_and_exists() =>
        Judgement.With(register => register.Activity(Newsletter, activity => activity with { Consent = new ConsentTerms { DoubleOptIn = [MarketingChannel.Email, MarketingChannel.Email, default] } })).Should().Equal(
            "GDPR4116 /activities/newsletter/consent/doubleOptIn/1: The channel 'email' is listed twice. Remove one of them.",
            "GDPR4140 /activities/newsletter/consent/doubleOptIn/2: The channel over which consent to the activity 'newsletter' is confirmed is not specified. Use one of 'email', 'textMessage', 'phone', 'post'.");

    [Fact]
    public void Channels_apart_are_two_or_more() =>
        Judgement.With(register => register.Activity(Newsletter, activity => activity with { Consent = new ConsentTerms { PerChannel = true } })).Should().Equal(
            "GDPR4153 /activities/newsletter/consent/perChannel: Consent is to be asked for each channel apart, and there are fewer than two. Declare the channels with Marketing(channels) or 'marketing', or remove it.");

    [Fact]
    public void Consent_lasts_a_day_or_longer() =>
        Judgement.With(register => register.Activity(Newsletter, activity => activity with { Consent = new ConsentTerms { ValidFor = Period.Zero } })).Should().Equal(
            "GDPR4165 /activities/newsletter/consent/validFor: The period after which consent to the activity 'newsletter' expires is zero. Use a day or longer.");

    [Fact]
    public void A_question_is_given_in_every_language() =>
        Judgement.With(register => register.Activity(Newsletter, activity => activity with { Consent = new ConsentTerms { Question = LocalizedText.Of((Language.Dutch, "Ja.")) } })).Should().ContainSingle()
            .Which.Should().Contain("/activities/newsletter/consent/question").And.Contain("question for consent to the activity 'newsletter' (Art. 7(2))");

    [Fact]
    public void The_rule_for_existing_customers_needs_a_legitimate_interest() =>
        Judgement.With(register => register.Activity(Newsletter, activity => activity with { SoftOptIn = true })).Should().Equal(
            "GDPR4154 /activities/newsletter/softOptIn: The activity relies on the rule for existing customers (art. 13(2) ePrivacy Directive; in the Netherlands art. 11.7(3) Tw), but does not rest on a legitimate interest. Rest it on OnLegitimateInterest(nl, en), or remove SoftOptIn(): who consented needs no such rule.");

    [Theory]
    [InlineData(MarketingChannel.Post)]
    [InlineData(MarketingChannel.Phone)]
    public void The_rule_for_existing_customers_is_about_electronic_messages(MarketingChannel channel) =>
        Judgement.With(register => register.Activity(Claims, activity => activity with { SoftOptIn = true, Marketing = [channel] })).Should().Equal(
            "GDPR4155 /activities/claims/softOptIn: The activity relies on the rule for existing customers, which is about electronic messages, and has no such channel. Declare Marketing(MarketingChannel.Email) or MarketingChannel.TextMessage, or remove SoftOptIn(): letters need no such rule.");

    [Fact]
    public void The_rule_for_existing_customers_holds_where_one_channel_is_electronic() =>
        Judgement.With(register => register.Activity(Claims, activity => activity with { SoftOptIn = true, Marketing = [MarketingChannel.TextMessage, MarketingChannel.Post] })).Should().BeEmpty();

    [Fact]
    public void Code_and_file_declare_the_same_terms()
    {
        var declared = TestRegisters.Shop(register => register.Activity(Club, activity => activity
            .Name("Club", "Club").Purpose("Wij sturen nieuws van de club.", "We send news of the club.")
            .OnConsent().About(Customers).Uses(EmailAddress).AddressesMinors()
            .Marketing(MarketingChannel.Post, MarketingChannel.Email)
            .AskConsent(consent => consent.ValidFor(Period.FromYears(2)).PerChannel().DoubleOptIn(MarketingChannel.Email).Question("Ja, graag.", "Yes, please."))
            .Keep(keep => keep.WhileConsentStands())));

        var read = ProcessingRegister.FromJson(declared.ToJson());

        read.Should().Be(declared);
        read.Activities[Club].Should().Be(declared.Activities[Club]);
        read.Activities[Club].Consent.Should().Be(new ConsentTerms
        {
            ValidFor = Period.FromYears(2),
            PerChannel = true,
            DoubleOptIn = [MarketingChannel.Email],
            Question = LocalizedText.Of("Ja, graag.", "Yes, please."),
        });
    }

    [Fact]
    public void Terms_that_say_nothing_are_no_terms()
    {
        var register = TestRegisters.Shop();

        var other = RegisterCheck.Accept(
            register.Declarations.Activity(Newsletter, activity => activity with { Consent = new ConsentTerms() }), []);

        other.Should().Be(register);
        other.Activities[Newsletter].Consent.Should().BeNull();
    }

    [Fact]
    public void Whoever_reads_the_notice_or_the_record_is_told_how_consent_works()
    {
        var register = TestRegisters.Shop(register => register.Activity(Club, activity => activity
            .Name("Club", "Club").Purpose("Wij sturen nieuws van de club.", "We send news of the club.")
            .OnConsent().About(Customers).Uses(EmailAddress).AddressesMinors()
            .Marketing(MarketingChannel.Post, MarketingChannel.Email)
            .AskConsent(consent => consent.ValidFor(Period.FromYears(2)).PerChannel().DoubleOptIn(MarketingChannel.Email))
            .Keep(keep => keep.WhileConsentStands())));
        string[] sentences =
        [
            "Your consent lasts 2 years. Then it expires by itself.",
            "You choose for each channel apart.",
            "You first confirm by e-mail that the address is yours.",
            "Are you too young by law to consent yourself? Then we ask your parent or guardian.",
        ];

        RegisterWording.In(Language.English).ConsentExplanations(register.Activities[Club]).Should().Equal(sentences);
        PrivacyNotice.From(register, Language.English).ToMarkdown().Should().ContainAll(sentences);
        RecordOfProcessing.From(register, Language.English).Activities.Single(activity => activity.Key == Club)
            .Details.Single(detail => detail.Kind is RecordDetailKind.ConsentTerms).Lines.Should().Equal(sentences);
    }
}
