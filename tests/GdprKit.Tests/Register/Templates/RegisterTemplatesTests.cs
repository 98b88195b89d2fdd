using System.Reflection;

namespace GdprKit;

public sealed class RegisterTemplatesTests
{
    public static TheoryData<string> Templates => ["Webshop", "Association"];

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_and_a_controller_are_a_register(string template) =>
        Create(template).Warnings.Select(warning => warning.Id).Distinct().Should().BeSubsetOf(
            [RegisterFaultMessages.BackupsMissing, RegisterFaultMessages.BalancingTestMissing],
            "backups and balancing tests are the host's own to declare, and nothing else is left open");

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_statutory_period_and_duty_names_its_law_and_where_to_read_it(string template)
    {
        var register = Create(template);
        var own = register.Activities.Where(activity => !activity.IsOwnRecord).ToList();
        var periods = own.SelectMany(activity => activity.Retention).Where(rule => rule.Strength is RetentionStrength.Statute).Select(rule => rule.Source);
        var duties = own.Select(activity => activity.Basis).OfType<LawfulBasis.LegalObligation>().Select(basis => basis.Law);

        periods.Should().NotBeEmpty();
        periods.Concat(duties).Should().OnlyContain(law => law != null && law.Url != null && law.Jurisdiction == CountryCode.Parse("NL"));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_keeps_its_content_through_its_file_and_gives_notices_and_a_record(string template)
    {
        var register = Create(template);

        ProcessingRegister.FromJson(register.ToJson()).Should().Be(register);
        foreach (var language in register.Languages)
        {
            PrivacyNotice.From(register, language).ToHtml().Should().Contain("Voorbeeld");
            RecordOfProcessing.From(register, language).Activities.Should().HaveCount(register.Activities.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_key_of_a_template_is_declared(string template)
    {
        var register = Create(template);
        var declared = register.People.Select(each => each.Key.ToString())
            .Concat(register.Categories.Select(each => each.Key.ToString()))
            .Concat(register.Events.Select(each => each.Key.ToString()))
            .Concat(register.Recipients.Select(each => each.Key.ToString()))
            .Concat(register.Activities.Select(each => each.Key.ToString()));
        var keys = (template == "Webshop" ? typeof(Webshop) : typeof(Association)).GetProperties(BindingFlags.Public | BindingFlags.Static);

        keys.Select(key => key.GetValue(null)!.ToString()).Should().NotBeEmpty().And.BeSubsetOf(declared);
    }

    [Fact]
    public void A_host_changes_and_leaves_out_what_differs()
    {
        var register = RegisterTemplates.Webshop(Controller, register => register
            .Without(Webshop.SimilarProducts)
            .Change(Webshop.Newsletter, activity => activity with { Name = LocalizedText.Of("Maandbrief", "Monthly letter") }));

        register.Activities.Contains(Webshop.SimilarProducts).Should().BeFalse();
        register.Activities[Webshop.Newsletter].Name[Language.Dutch].Should().Be("Maandbrief");
    }

    [Fact]
    public void Changing_or_leaving_out_what_is_not_declared_is_a_fault()
    {
        var unknown = Key<ProcessingActivity>.Parse("loyalty-card");

        var thrown = FluentActions.Invoking(() => RegisterTemplates.Webshop(Controller, register => register.Without(unknown).Change(unknown, activity => activity)))
            .Should().Throw<InvalidRegisterException>();

        thrown.Which.Faults.Where(fault => fault.Severity == FaultSeverity.Error).Select(fault => fault.ToString()).Should().AllBe(
            "GDPR4199 /activities/loyalty-card: There is no activity 'loyalty-card' to change or leave out. Use the key of an activity declared before, or remove the call.");
    }

    private static ProcessingRegister Create(string template) =>
        template == "Webshop" ? RegisterTemplates.Webshop(Controller) : RegisterTemplates.Association(Controller);

    private static void Controller(DataControllerBuilder controller) =>
        controller.Name("Voorbeeld").Country("NL").Contact(email: "info@example.nl");
}
