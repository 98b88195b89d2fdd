using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class RegisterBuilderTests
{
    private static readonly Key<ProcessingActivity> Reviews = Key<ProcessingActivity>.Parse("reviews");

    [Fact]
    public void What_can_be_declared_once_is_not_declared_twice() =>
        Judgement.Besides(register => register
            .Controller(controller => controller.Name("Andere B.V.").Country("NL").Contact(email: "info@example.org"))
            .Activity(Reviews, activity => Valid(activity).OnConsent())).Should().Equal(
            "GDPR4101 /activities/reviews/basis: The lawful basis is declared twice. Keep one, or make two activities of it: consent and decisions are per activity.",
            "GDPR4101 /controller: The controller is declared twice. Keep one of the declarations.");

    [Fact]
    public void A_rule_has_one_end_one_side_one_disposal_and_one_source()
    {
        Rule(keep => keep.For(Period.FromYears(1)).After(LastPurchase).WhileConsentStands()).Should().Equal(Twice("after", "end"));
        Rule(keep => keep.After(LastPurchase).After(InvoiceDate)).Should().Equal(Twice("after", "end"));
        Rule(keep => keep.UntilAge(18, LastPurchase).Indefinitely("omdat", "because")).Should().Equal(Twice("indefinitely", "end"));
        Rule(keep => keep.After(LastPurchase).AtLeast().AtMost()).Should().Equal(Twice("side", "side"));
        Rule(keep => keep.After(LastPurchase).ThenBlank().ThenAnonymise()).Should().Equal(Twice("then", "disposal"));
        Rule(keep => keep.After(LastPurchase).Statute("art. 1").Guideline("richtlijn")).Should().Equal(Twice("source", "source"));

        static string Twice(string property, string what) =>
            $"GDPR4101 /activities/reviews/retention/reviews/{property}: The {what} of the rule is declared twice. Keep one, or make two rules of it, each with a key of its own.";
    }

    [Fact]
    public void Nothing_added_to_an_event_is_not_written_as_zero()
    {
        Rule(keep => keep.For(Period.Zero).After(LastPurchase)).Should().Equal(
            "GDPR4165 /activities/reviews/retention/reviews/after/period: The period of the rule is zero. Use a day or longer; leave For(…) out where data go on the day of the event itself, or at the end of its month or year.");
        Rule(keep => keep.After(LastPurchase)).Should().BeEmpty();
    }

    [Fact]
    public void A_rule_of_which_nothing_is_said_is_refused()
    {
        Rule(keep => { }).Should().Contain(line => line.StartsWith("GDPR4162 /activities/reviews/retention/reviews/after: ", StringComparison.Ordinal));
        Rule(keep => keep.For(Period.FromYears(1))).Should().Contain(line => line.StartsWith("GDPR4163 /activities/reviews/retention/reviews/after/events: ", StringComparison.Ordinal));
        Rule(keep => keep.Otherwise(LastPurchase)).Should().Contain(line => line.StartsWith("GDPR4163 /activities/reviews/retention/reviews/after/events: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("P-1D", "GDPR4166")]
    [InlineData("PT1H", "GDPR4167")]
    [InlineData("P201Y", "GDPR4168")]
    public void A_period_that_is_none_is_refused(string period, string id)
    {
        Rule(keep => keep.For(NodaTime.Text.PeriodPattern.Roundtrip.Parse(period).Value).After(LastPurchase)).Should().ContainSingle()
            .Which.Should().StartWith($"{id} /activities/reviews/retention/reviews/after/period: ");
    }

    [Fact]
    public void Words_that_cannot_be_understood_are_told_together_and_nothing_that_follows_from_them() =>
        Judgement.Besides(register => register
            .Category(new("photo"), "foto", "photo", category => category.Term("pd:Foto"))
            .Recipient(new("host"), recipient => recipient.Name("Host Inc.").Processor().Task("bewaart", "stores").Country("Nederland")
                .TransfersTo("Amerika", new TransferSafeguard.AdequacyDecision(new Citation("(EU) 2023/1795"))))
            .Activity(Reviews, activity => Valid(activity).Uses(new Key<DataCategory>("photo")).SharedWith(new Key<Recipient>("host")))
            .Change(Orders, orders => orders)
            .Change(new("order"), order => order)
            .Without(new("ordering"))).Should().Equal(
            "GDPR4199 /activities/order: There is no activity 'order' to change or leave out. Use the key of an activity declared before, or remove the call.",
            "GDPR4199 /activities/ordering: There is no activity 'ordering' to change or leave out. Use the key of an activity declared before, or remove the call.",
            "GDPR4102 /categories/photo/term: 'pd:Foto' is not a term of the Data Privacy Vocabulary (DPV) 2.3 that GdprKit knows. Use a term of the W3C Data Privacy Vocabulary 2.3, for example 'pd:EmailAddress', or leave it out.",
            "GDPR4103 /recipients/host/country: 'Nederland' is not a country. Use the two-letter code of ISO 3166-1, for example 'NL'.",
            "GDPR4103 /recipients/host/transfers/0/country: 'Amerika' is not a country. Use the two-letter code of ISO 3166-1, for example 'NL'.");

    [Fact]
    public void A_controller_that_cannot_be_understood_is_not_called_incomplete()
    {
        var create = () => ProcessingRegister.Create(register => register
            .Controller(controller => controller.Name("Winkel").Country("Holland").Contact(website: "www.example.nl").TimeZone("Amsterdam"))
            .Activity(Reviews, activity => Valid(activity)));

        create.Should().Throw<InvalidRegisterException>().Which.Faults.Where(fault => fault.Path.StartsWith("/controller", StringComparison.Ordinal)).Select(fault => fault.ToString()).Should().Equal(
            "GDPR4104 /controller/contact/website: 'www.example.nl' is not a web address. Write it in full, for example 'https://www.example.nl/privacy'.",
            "GDPR4103 /controller/country: 'Holland' is not a country. Use the two-letter code of ISO 3166-1, for example 'NL'.",
            "GDPR4105 /controller/timeZone: 'Amsterdam' is not a time zone. Use a name of the IANA time zone database, for example 'Europe/Amsterdam'.");
    }

    [Fact]
    public void Nothing_is_thrown_before_everything_is_declared()
    {
        var declare = () => Judgement.Besides(register => register
            .People(default)
            .Category(default)
            .Event(default)
            .Recipient(default, recipient => recipient.Name(null!).Country(null!).TransfersTo(null!, null!).TransfersToOrganisation(null!, null!))
            .Activity(default, activity => activity.Marketing(default(MarketingChannel)).Keep(keep => keep.For(null!).UntilLatestOf()))
            .Choose(default, default)
            .Backup(default, backup => backup.Every(null!).KeptFor(null!))
            .Security());

        declare.Should().NotThrow().Which.Should().HaveCountGreaterThan(20);
    }

    [Fact]
    public void Everything_is_judged_although_most_of_it_is_missing()
    {
        var create = () => ProcessingRegister.Create(register => { });

        create.Should().Throw<InvalidRegisterException>().Which.Message.Should().Be(string.Join(
            Environment.NewLine,
            "The register has 2 faults.",
            "  GDPR4118 /activities: The register declares no activity (Art. 30(1)). Call Activity(key, …) for everything that is done with personal data, or write 'activities' in the register file.",
            "  GDPR4121 /controller: The controller is missing (Art. 13(1)(a)). Call Controller(…), or write 'controller' in the register file."));
    }

    [Fact]
    public void An_activity_that_is_left_out_takes_along_what_it_alone_used()
    {
        var register = TestRegisters.Shop(shop => shop.Without(Staff));

        register.Warnings.Should().BeEmpty();
        register.People.Contains(Employees).Should().BeFalse();
        register.Categories.Contains(SickLeave).Should().BeFalse();
        register.Categories.Contains(Name).Should().BeTrue("others use it");
        register.Events.Contains(EmploymentEnded).Should().BeFalse();
        register.Recipients.Contains(TaxAuthority).Should().BeTrue("others use it");
    }

    [Fact]
    public void An_activity_that_is_changed_takes_along_what_it_alone_used()
    {
        var register = TestRegisters.Shop(shop => shop.Change(Newsletter, newsletter => newsletter with { Recipients = [] }));

        register.Warnings.Should().BeEmpty();
        register.Recipients.Contains(MailProgram).Should().BeFalse();
    }

    [Fact]
    public void What_no_activity_ever_used_is_still_told() =>
        Judgement.Besides(shop => shop.Without(Staff).Event(new("sign-up"), "je aanmelding", "your sign-up")).Should().Equal(
            "warning GDPR4119 /events/sign-up: No activity uses this event. Add it to an activity, or remove it.");

    private static ProcessingActivityBuilder Valid(ProcessingActivityBuilder activity) => activity
        .Name("Beoordelingen", "Reviews")
        .Purpose("Wij plaatsen je beoordeling.", "We publish your review.")
        .OnConsent()
        .About(Customers)
        .Uses(Name)
        .Keep(keep => keep.WhileConsentStands());

    private static IReadOnlyList<string> Rule(Action<RetentionRuleBuilder> declare) => Judgement.Besides(register => register.Activity(Reviews, activity => activity
        .Name("Beoordelingen", "Reviews")
        .Purpose("Wij plaatsen je beoordeling.", "We publish your review.")
        .OnConsent()
        .About(Customers)
        .Uses(Name)
        .Keep(declare)));
}
