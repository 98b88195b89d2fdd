using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class TextFaultTests
{
    [Fact]
    public void A_register_without_a_language_is_refused() =>
        Judgement.With(register => register with { Languages = [] }).Should().Contain(
            "GDPR4106 /languages: No language is declared. Call Languages(Language.Dutch, Language.English), or write 'languages' in the register file.");

    [Fact]
    public void A_language_without_a_notice_is_refused_and_no_text_is_asked_in_it() =>
        Judgement.With(register => register with { Languages = [Language.Dutch, Language.English, Language.Parse("fr")] }).Should().Equal(
            "GDPR4107 /languages/2: GdprKit has no notice in the language 'fr'. Use one or more of 'nl', 'en'.");

    [Fact]
    public void A_text_that_is_left_out_is_asked_for() =>
        Judgement.With(register => register.Category(Name, category => category with { Label = LocalizedText.Empty })).Should().Equal(
            "GDPR4108 /categories/name/label: The label of the category 'name' is missing. Call Category(key, nl, en), or write 'label' in the register file.");

    [Fact]
    public void A_legitimate_interest_must_be_named() =>
        Judgement.With(register => register.Activity(Claims, activity => activity with { Basis = new LawfulBasis.LegitimateInterest(LocalizedText.Empty) { BalancingTest = "LIA-1" } }))
            .Should().Equal("GDPR4108 /activities/claims/basis/interest: The legitimate interest of the activity 'claims' (Art. 13(1)(d)) is missing. Call OnLegitimateInterest(nl, en), or write 'interest' in the register file.");

    [Fact]
    public void Keeping_without_end_needs_a_reason() =>
        Judgement.With(register => register.Rule(Orders, rule => rule with { Term = new RetentionTerm.Indefinitely(null!) }))
            .Should().Contain("GDPR4108 /activities/orders/retention/orders/indefinitely/reason: The reason of the rule 'orders' to keep data without end (Art. 5(1)(e)) is missing. Call Indefinitely(nl, en), or write 'reason' in the register file.");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void A_text_without_one_of_the_languages_is_refused(string? english)
    {
        Judgement.With(register => register.People(Customers, people => people with { Label = LocalizedText.OfGiven("klanten", english) })).Should().Equal(
            "GDPR4109 /people/customers/label/en: The label of the people 'customers' has no text in 'en'. Write it in 'en' too, or leave 'en' out of the languages of the register.");
    }

    [Fact]
    public void An_optional_text_that_is_given_must_be_complete() =>
        Judgement.With(register => register.Event(LastPurchase, declared => declared with { Description = LocalizedText.OfGiven(null, "Only orders.") })).Should().Equal(
            "GDPR4109 /events/last-purchase/description/nl: The description of the event 'last-purchase' has no text in 'nl'. Write it in 'nl' too, or leave 'nl' out of the languages of the register.");

    [Fact]
    public void A_register_in_one_language_needs_no_other_and_warns_of_texts_nobody_will_read()
    {
        var lines = Judgement.With(register => register with { Languages = [Language.English] });

        lines.Should().OnlyContain(line => line.StartsWith("warning GDPR4110", StringComparison.Ordinal)).And.Contain(
            "warning GDPR4110 /security/nl: The description of the security measures has a text in 'nl', which is not a language of the register, so nobody will read it. Add 'nl' to Languages(…), or leave the text out.");
    }

    [Fact]
    public void A_text_longer_than_people_read_is_refused() =>
        Judgement.With(register => register with { Security = LocalizedText.Of(new string('a', 4000), new string('a', 4001)) }).Should().Equal(
            "GDPR4111 /security/en: The description of the security measures has 4001 characters, more than 4000. Shorten it: it is part of a notice that people must be able to read.");

    [Theory]
    [InlineData("a\nb", "000A")]
    [InlineData("a\0", "0000")]
    [InlineData("a\u2028b", "2028")]
    [InlineData("a\u202Eb", "202E")]
    [InlineData("a\u2066b", "2066")]
    public void A_character_that_has_no_place_in_a_text_is_refused(string text, string codePoint)
    {
        Judgement.With(register => register with { Security = LocalizedText.Of(text, "Text.") }).Should().Equal(
            $"GDPR4112 /security/nl: The description of the security measures holds the character U+{codePoint}, which has no place in a text. Remove it; a text is one paragraph, without line breaks and tabs.");
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused_and_a_whole_pair_is_not()
    {
        Judgement.With(register => register with { Security = LocalizedText.Of("🎵", "🎵") }).Should().BeEmpty();
        Judgement.With(register => register with { Security = LocalizedText.Of("\uD83C", "a\uDFB5") }).Should().HaveCount(2)
            .And.Contain(line => line.Contains("U+D83C", StringComparison.Ordinal)).And.Contain(line => line.Contains("U+DFB5", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_or_reference_is_held_to_the_same()
    {
        Judgement.With(register => register.Controller(controller => controller with { Name = " ", RegistrationNumber = "" })).Should().Equal(
            "GDPR4122 /controller/name: The name of the controller (Art. 13(1)(a)) is missing. Call Name(name), or write 'name' in the register file.",
            "GDPR4122 /controller/registrationNumber: The number of the controller in the trade register is empty. Fill it in, or leave it out.");
        Judgement.With(register => register.Recipient(TaxAuthority, recipient => recipient with { Name = "a\tb" })).Should().Equal(
            "GDPR4112 /recipients/tax-authority/name: The name of the recipient 'tax-authority' (Art. 13(1)(e)) holds the character U+0009, which has no place in a text. Remove it; a text is one paragraph, without line breaks and tabs.");
    }
}
