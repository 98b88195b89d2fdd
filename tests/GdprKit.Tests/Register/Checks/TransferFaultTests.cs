using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class TransferFaultTests
{
    private static readonly CountryCode UnitedStates = CountryCode.Parse("US");

    [Fact]
    public void A_recipient_outside_the_EEA_gets_nothing_without_a_transfer()
    {
        const string Line = "GDPR4145 /recipients/mail-program/transfers: The recipient is established in 'US', outside the European Economic Area, and nothing says what protects the data there (Art. 44). Call TransfersTo(\"US\", safeguard), or write 'transfers' in the register file.";

        Transfers().Should().Equal(Line);
        Transfers(Adequacy("JP")).Should().Equal(Line);
    }

    [Fact]
    public void A_transfer_to_an_international_organisation_covers_its_seat() =>
        Transfers(new Transfer { Organisation = "United Nations", Safeguard = Adequacy("JP").Safeguard }).Should().BeEmpty();

    [Fact]
    public void Sending_data_within_the_EEA_is_no_transfer() =>
        Transfers(Adequacy("US"), Adequacy("NO")).Should().Equal(
            "GDPR4146 /recipients/mail-program/transfers/1/country: 'NO' is in the European Economic Area; sending data there is no transfer (Art. 44). Remove the transfer.");

    [Fact]
    public void A_transfer_goes_to_one_destination() =>
        Transfers(Adequacy("US") with { Organisation = "Example" }, Adequacy("US") with { Country = null }).Should().Equal(
            "GDPR4147 /recipients/mail-program/transfers/0: A transfer goes to one country or to one international organisation (Art. 44). Give either a country, with TransfersTo(…) or 'country', or an organisation, with TransfersToOrganisation(…) or 'organisation'.",
            "GDPR4147 /recipients/mail-program/transfers/1: A transfer goes to one country or to one international organisation (Art. 44). Give either a country, with TransfersTo(…) or 'country', or an organisation, with TransfersToOrganisation(…) or 'organisation'.");

    [Fact]
    public void A_transfer_has_a_safeguard()
    {
        const string Line = "GDPR4148 /recipients/mail-program/transfers/0/safeguard: Nothing says what protects the data that are transferred (Art. 44-49). Call TransfersTo(country, safeguard), or write 'safeguard' in the register file.";

        Transfers(new Transfer { Country = UnitedStates, Safeguard = null! }).Should().Equal(Line);
        Transfers(new Transfer { Country = UnitedStates, Safeguard = new TransferSafeguard.AdequacyDecision(null!) }).Should().Equal(Line);
    }

    [Fact]
    public void A_safeguard_has_texts() =>
        Transfers(
            To(new TransferSafeguard.StandardClauses(LocalizedText.Empty)),
            To(new TransferSafeguard.OtherSafeguard(null!, LocalizedText.Of("op verzoek", ""))),
            To(new TransferSafeguard.AdequacyDecision(new Citation("")))).Should().Equal(
            "GDPR4108 /recipients/mail-program/transfers/0/safeguard/copy: The way to get a copy of the safeguard (Art. 13(1)(f)) is missing. Call StandardClauses(…), or write 'copy' in the register file.",
            "GDPR4109 /recipients/mail-program/transfers/1/safeguard/copy/en: The way to get a copy of the safeguard (Art. 13(1)(f)) has no text in 'en'. Write it in 'en' too, or leave 'en' out of the languages of the register.",
            "GDPR4108 /recipients/mail-program/transfers/1/safeguard/description: The description of the safeguard (Art. 46) is missing. Call OtherSafeguard(description, copy), or write 'description' in the register file.",
            "GDPR4122 /recipients/mail-program/transfers/2/safeguard/decision/text: The text of the adequacy decision is missing. Call new Citation(text), or write 'text' in the register file.");

    [Fact]
    public void A_transfer_without_an_assessment_warns_unless_the_country_is_adequate()
    {
        Transfers(To(new TransferSafeguard.StandardClauses(LocalizedText.Of("op verzoek", "on request"))) with { Assessment = null }).Should().Equal(
            "warning GDPR4149 /recipients/mail-program/transfers/0/assessment: Nothing says where the assessment of this transfer is kept (Art. 46(1), 49(1)). Call TransfersTo(country, safeguard, assessment), or write 'assessment' in the register file.");
        Transfers(Adequacy("US")).Should().BeEmpty();
    }

    [Fact]
    public void A_recipient_is_somewhere() =>
        Judgement.With(register => register.Recipient(TaxAuthority, recipient => recipient with { Country = default })).Should().Equal(
            "GDPR4125 /recipients/tax-authority/country: The country of the recipient 'tax-authority' is missing. Call Country(code), or write 'country' in the register file.");

    [Fact]
    public void A_law_can_be_read_on_the_web_and_belongs_to_a_country() =>
        Transfers(To(new TransferSafeguard.AdequacyDecision(new Citation("besluit", new Uri("javascript:alert(1)"), default(CountryCode))))).Should().Equal(
            "GDPR4125 /recipients/mail-program/transfers/0/safeguard/decision/jurisdiction: The country of the adequacy decision is missing. Call new Citation(text, url, jurisdiction), or write 'jurisdiction' in the register file.",
            "GDPR4104 /recipients/mail-program/transfers/0/safeguard/decision/url: 'javascript:alert(1)' is not a web address. Write it in full, for example 'https://www.example.nl/privacy'.");

    private static Transfer Adequacy(string country) =>
        new() { Country = CountryCode.Parse(country), Safeguard = new TransferSafeguard.AdequacyDecision(new Citation("(EU) 2023/1795")) };

    private static Transfer To(TransferSafeguard safeguard) => new() { Country = UnitedStates, Safeguard = safeguard, Assessment = "TIA-1" };

    private static IReadOnlyList<string> Transfers(params Transfer[] transfers) =>
        Judgement.With(register => register.Recipient(MailProgram, recipient => recipient with { Transfers = transfers.ToValueList() }));
}
