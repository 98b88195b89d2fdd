namespace GdprKit;

public sealed class ControllerFaultTests
{
    private static readonly CountryCode Netherlands = CountryCode.Parse("NL");

    [Fact]
    public void A_register_without_a_controller_is_refused() =>
        Judgement.With(register => register with { Controller = null }).Should().Equal(
            "GDPR4121 /controller: The controller is missing (Art. 13(1)(a)). Call Controller(…), or write 'controller' in the register file.");

    [Fact]
    public void An_empty_controller_lacks_a_name_a_country_and_a_contact() =>
        Declared(controller => { }).Should().Equal(
            "GDPR4123 /controller/contact: Nothing says how to reach the controller (Art. 13(1)(a)). Give at least one of e-mail address, telephone number, website and postal address, with Contact(…) or as 'contact' in the register file.",
            "GDPR4125 /controller/country: The country of the controller is missing. Call Country(code), or write 'country' in the register file.",
            "GDPR4122 /controller/name: The name of the controller (Art. 13(1)(a)) is missing. Call Name(name), or write 'name' in the register file.");

    [Theory]
    [InlineData("info")]
    [InlineData("info@")]
    [InlineData("info@example.nl\r\nBcc: a@example.nl")]
    [InlineData("Info <info@example.nl>")]
    [InlineData(" info@example.nl")]
    [InlineData("")]
    public void An_address_that_is_none_is_refused(string email)
    {
        Judgement.With(register => register.Controller(controller => controller with { Contact = controller.Contact with { Email = email } })).Should().Equal(
            $"GDPR4124 /controller/contact/email: '{Excerpt.Of(email)}' is not an e-mail address. Write it like 'info@example.nl'.");
    }

    [Theory]
    [InlineData("12")]
    [InlineData("call us")]
    [InlineData("020\n0000000")]
    [InlineData("00000000000000000000000000000000000000000")]
    public void A_number_that_is_none_is_refused(string phone)
    {
        Judgement.With(register => register.Controller(controller => controller with { Rights = new RightsContact { Page = controller.Rights.Page, Phone = phone } })).Should().Equal(
            $"GDPR4124 /controller/rights/phone: '{Excerpt.Of(phone)}' is not a telephone number. Write it like '+31 20 000 0000'.");
    }

    [Fact]
    public void Other_parties_are_held_to_the_same() =>
        Judgement.With(register => register.Controller(controller => controller with
        {
            Representative = new ContactParty("", new ContactDetails { Website = new Uri("ftp://example.nl/") }),
            DataProtectionOfficer = new ContactParty("Functionaris", new ContactDetails()),
            JointControllers = [new JointController("Partner", new ContactDetails { Address = new PostalAddress("", "", " ", default) }, null!)],
        })).Should().Equal(
            "GDPR4123 /controller/dataProtectionOfficer/contact: Nothing says how to reach the data protection officer (Art. 13(1)(b)). Give at least one of e-mail address, telephone number, website and postal address, with DataProtectionOfficer(name, contact) or as 'contact' in the register file.",
            "GDPR4108 /controller/jointControllers/0/arrangement: The arrangement with the joint controller (Art. 26(2)) is missing. Call JointController(name, contact, arrangement), or write 'arrangement' in the register file.",
            "GDPR4122 /controller/jointControllers/0/contact/address/city: The town in the address of the joint controller is missing. Call Address(street, postalCode, city), or write 'city' in the register file.",
            "GDPR4125 /controller/jointControllers/0/contact/address/country: The country of the address of the joint controller is missing. Call Address(street, postalCode, city, country), or write 'country' in the register file.",
            "GDPR4122 /controller/jointControllers/0/contact/address/street: The street in the address of the joint controller is missing. Call Address(street, postalCode, city), or write 'street' in the register file.",
            "GDPR4104 /controller/representative/contact/website: 'ftp://example.nl/' is not a web address. Write it in full, for example 'https://www.example.nl/privacy'.",
            "GDPR4122 /controller/representative/name: The name of the representative is missing. Call Representative(name, contact), or write 'name' in the register file.");

    [Fact]
    public void A_joint_controller_must_be_reachable() =>
        Judgement.With(register => register.Controller(controller => controller with
        {
            JointControllers = [new JointController("Partner", new ContactDetails(), LocalizedText.Of("samen", "together"))],
        })).Should().Equal(
            "GDPR4123 /controller/jointControllers/0/contact: Nothing says how to reach the joint controller (Art. 26(3)). Give at least one of e-mail address, telephone number, website and postal address, with JointController(name, contact, arrangement) or as 'contact' in the register file.");

    [Fact]
    public void A_controller_outside_the_EEA_without_a_representative_warns() =>
        Judgement.With(register => register.Controller(controller => controller with { Country = CountryCode.Parse("US") })).Should().Equal(
            "warning GDPR4126 /controller/representative: The controller is established in 'US', outside the European Economic Area, and names no representative in the Union (Art. 27). Call Representative(…), or write 'representative' in the register file, unless Art. 27(2) exempts it.");

    [Fact]
    public void People_must_know_where_to_complain() =>
        Declared(controller => controller.Name("Beispiel GmbH").Country("DE").Contact(email: "info@example.de")).Should().Equal(
            "GDPR4127 /controller/supervisoryAuthority: Nothing says to which authority people can complain, and the country of the controller does not decide it (Art. 13(2)(d)). Call SupervisoryAuthority(name, website), or write 'supervisoryAuthority' in the register file.");

    [Fact]
    public void A_declared_authority_has_a_name_and_a_website() =>
        Judgement.With(register => register.Controller(controller => controller with { SupervisoryAuthority = new SupervisoryAuthority("", new Uri("mailto:info@example.nl")) })).Should().Equal(
            "GDPR4122 /controller/supervisoryAuthority/name: The name of the supervisory authority (Art. 13(2)(d)) is missing. Call SupervisoryAuthority(name, website), or write 'name' in the register file.",
            "GDPR4104 /controller/supervisoryAuthority/website: 'mailto:info@example.nl' is not a web address. Write it in full, for example 'https://www.example.nl/privacy'.");

    [Fact]
    public void A_request_by_telephone_or_letter_alone_warns() =>
        Declared(controller => controller.Name("Winkel").Country("NL").Contact(phone: "020 000 0000").Address("Straat 1", "1000 AA", "Amsterdam")).Should().Equal(
            "warning GDPR4128 /controller/rights: People can make a request only by telephone or letter, although their data are processed by electronic means (Art. 12(2), recital 59). Give a page or an e-mail address with Rights(…), or write 'rights' in the register file.");

    [Theory]
    [InlineData("privacy/centre")]
    [InlineData("//example.com/privacy")]
    [InlineData("/\\example.com")]
    public void A_page_for_requests_stands_on_the_web_or_in_the_application(string page)
    {
        Declared(controller => controller.Name("Winkel").Country("NL").Contact(email: "info@example.nl").Rights(page: page)).Should().Equal(
            $"GDPR4104 /controller/rights/page: '{page}' is not a page. Write it in full, for example 'https://www.example.nl/privacy', or from the root of the application: '/privacy/centre'.");
    }

    [Fact]
    public void A_recipient_that_decides_too_does_so_by_an_arrangement()
    {
        static RegisterDeclarations With(RegisterDeclarations register) =>
            register.Recipient(ShopKeys.TaxAuthority, recipient => recipient with { Name = "Partner B.V.", Role = RecipientRole.JointController });

        Judgement.With(With).Should().Equal(
            "GDPR4129 /recipients/tax-authority: 'Partner B.V.' is a joint controller, but nothing says what was arranged with it (Art. 26(2)). Declare it under the same name with JointController(…) of the controller, or in 'jointControllers' in the register file.");
        Judgement.With(register => With(register).Controller(controller => controller with
        {
            JointControllers = [new JointController("Partner B.V.", new ContactDetails { Email = "partner@example.nl" }, LocalizedText.Of("samen", "together"))],
        })).Should().BeEmpty();
    }

    [Fact]
    public void The_address_of_a_controller_is_in_its_own_country_unless_another_is_given() =>
        TestRegisters.Shop().Controller.Contact.Address!.Country.Should().Be(Netherlands);

    private static IReadOnlyList<string> Declared(Action<DataControllerBuilder> declare)
    {
        var faults = new List<RegisterFault>();
        var builder = new DataControllerBuilder(new BuilderScope("/controller", faults));
        declare(builder);
        return Judgement.With(register => register with { Controller = builder.Build() }, [.. faults]);
    }
}
