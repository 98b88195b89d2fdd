using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class ManyFaultsTests
{
    [Fact]
    public void All_faults_are_told_at_once_in_the_order_of_their_paths()
    {
        var lines = Judgement.With(register => register
            .Controller(controller => controller with { Name = "", Contact = new ContactDetails() })
            .People(Customers, people => people with { Label = LocalizedText.Of("", "customers") })
            .Category(SickLeave, category => category with { Sensitivity = DataSensitivity.Ordinary })
            .Category(CitizenNumber, category => category with { Law = null })
            .Recipient(MailProgram, recipient => recipient with { Transfers = [] })
            .Activity(Orders, activity => activity with { Basis = null!, People = [new("custmers")] })
            .Rule(Invoicing, rule => rule with { Source = null })
            .Backup(backup => backup with { Rotation = null! }) with
        {
            Languages = [Language.Dutch, Language.English, Language.Parse("de")],
        });

        lines.Select(line => line.Split(": ")[0]).Should().Equal(
            "GDPR4174 /activities/invoicing/retention/invoicing/source",
            "GDPR4130 /activities/orders/basis",
            "GDPR4117 /activities/orders/people/0",
            "warning GDPR4136 /activities/staff/specialCategories",
            "GDPR4191 /backups/nightly/rotation",
            "GDPR4139 /categories/citizen-number/law",
            "GDPR4123 /controller/contact",
            "GDPR4122 /controller/name",
            "GDPR4107 /languages/2",
            "GDPR4109 /people/customers/label/nl",
            "GDPR4145 /recipients/mail-program/transfers");
    }

    [Fact]
    public void The_message_counts_and_lists_errors_and_no_warnings()
    {
        var accept = () => RegisterCheck.Accept(TestRegisters.Shop().Declarations with { Backups = [], Controller = null }, []);

        var invalid = accept.Should().Throw<InvalidRegisterException>().Which;
        invalid.Faults.Should().HaveCount(2);
        invalid.Message.Should().Be(
            "The register has 1 fault." + Environment.NewLine
            + "  GDPR4121 /controller: The controller is missing (Art. 13(1)(a)). Call Controller(…), or write 'controller' in the register file.");
    }

    [Fact]
    public void Warnings_alone_do_not_stop_a_register() =>
        RegisterCheck.Accept(TestRegisters.Shop().Declarations with { Backups = [] }, []).Warnings.Should().ContainSingle().Which.Path.Should().Be("/backups");

    [Fact]
    public void Warnings_are_not_part_of_a_register()
    {
        var warned = RegisterCheck.Accept(TestRegisters.Shop().Declarations, [Fault("/elsewhere") with { Severity = FaultSeverity.Warning }]);

        warned.Warnings.Should().ContainSingle();
        warned.Should().Be(TestRegisters.Shop());
    }

    [Fact]
    public void A_severity_that_was_not_specified_stops_a_register()
    {
        var accept = () => RegisterCheck.Accept(TestRegisters.Shop().Declarations, [Fault("") with { Severity = FaultSeverity.Unspecified }]);

        accept.Should().Throw<InvalidRegisterException>();
    }

    [Fact]
    public void What_could_not_be_read_is_told_once()
    {
        static RegisterDeclarations WithoutPeriod(RegisterDeclarations register) =>
            register.Rule(Claims, rule => rule with { Term = ((RetentionTerm.After)rule.Term) with { Period = Period.FromDays(-1), Events = [] } });

        Judgement.With(WithoutPeriod, Fault("/activities/claims/retention/claims/after/period")).Should().Equal(
            "GDPR4163 /activities/claims/retention/claims/after/events: The rule does not say from which event the period runs. Call After(event) or AfterEndOf…(event), or write 'events' in the register file.",
            "GDPR9999 /activities/claims/retention/claims/after/period: Fault. Remedy.");
        Judgement.With(WithoutPeriod, Fault("/activities/claims")).Should().Equal("GDPR9999 /activities/claims: Fault. Remedy.");
        Judgement.With(WithoutPeriod, Fault("/activities/claim")).Should().HaveCount(3, "that is another activity");
    }

    [Fact]
    public void What_is_missing_because_a_part_of_it_could_not_be_read_is_not_called_missing() =>
        Judgement.With(register => register.Controller(controller => controller with { Contact = new ContactDetails() }), Fault("/controller/contact/website")).Should().Equal(
            "GDPR9999 /controller/contact/website: Fault. Remedy.");

    [Fact]
    public void The_same_fault_is_told_once() =>
        Judgement.With(register => register, Fault("/a"), Fault("/a"), Fault("/b")).Should().HaveCount(2);

    private static RegisterFault Fault(string path) => new(path, "GDPR9999", "Fault.", "Remedy.");
}
