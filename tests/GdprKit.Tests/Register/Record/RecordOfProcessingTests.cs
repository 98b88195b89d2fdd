using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class RecordOfProcessingTests
{
    [Fact]
    public void A_record_holds_every_activity_and_those_of_GdprKit_come_last()
    {
        var register = TestRegisters.Shop();

        var record = Record(register);

        record.Activities.Select(activity => activity.Key).Should().BeEquivalentTo(register.Activities.Select(activity => activity.Key));
        record.Activities.Select(activity => activity.IsOwnRecord).Should().BeInAscendingOrder();
        record.Activities.Where(activity => activity.IsOwnRecord).Should().HaveCount(2);
    }

    [Fact]
    public void Every_activity_answers_every_point_once_in_the_order_of_the_law()
    {
        var record = Record(RecordRegisters.Complete);

        foreach (var activity in record.Activities)
        {
            record.Controller.Concat(activity.Fields).Select(field => field.Requirement).Should().Equal(Enum.GetValues<RecordRequirement>().Skip(1));
            activity.Details.Select(detail => detail.Kind).Should().Equal(Enum.GetValues<RecordDetailKind>().Skip(1));
        }
    }

    [Fact]
    public void A_complete_register_gives_a_complete_record()
    {
        Record(RecordRegisters.Complete).Missing.Should().BeEmpty();
        Record(TestRegisters.Shop()).Missing.Should().BeEmpty();
    }

    [Fact]
    public void What_the_law_demands_of_everybody_is_missing_where_nothing_is_declared()
    {
        Record(RecordRegisters.Bare).Missing.Select(fault => (fault.Id, fault.Path)).Should().Equal(
            ("GDPR4401", "/controller"),
            ("GDPR4402", "/controller/representative"),
            ("GDPR4403", "/activities/orders/purpose"),
            ("GDPR4404", "/activities/orders/people"),
            ("GDPR4405", "/activities/orders/categories"),
            ("GDPR4406", "/activities/orders/retention"),
            ("GDPR4407", "/security"));
    }

    [Fact]
    public void What_is_missing_can_be_declared_later_so_it_is_a_warning()
    {
        Record(RecordRegisters.Bare).Missing.Should().OnlyContain(fault => fault.Severity == FaultSeverity.Warning && fault.Remedy.Length > 0);
    }

    [Fact]
    public void A_template_without_security_measures_gives_a_record_that_misses_them_once()
    {
        var register = RegisterTemplates.Webshop(controller => controller.Name("Voorbeeldwinkel B.V.").Country("NL").Contact(email: "info@example.nl"));

        Record(register).Missing.Select(fault => fault.Id).Should().Equal("GDPR4407");
    }

    [Fact]
    public void An_activity_with_security_measures_of_its_own_shows_those()
    {
        Lines(Record(RecordRegisters.Complete), "orders", RecordRequirement.SecurityMeasures).Should().Equal("Only the sales department sees orders.");
        Lines(Record(RecordRegisters.Complete), "newsletter", RecordRequirement.SecurityMeasures).Should().Equal("We encrypt data.");
    }

    [Fact]
    public void A_controller_within_the_European_Economic_Area_needs_no_representative()
    {
        Record(TestRegisters.Shop()).Controller.Single(field => field.Requirement == RecordRequirement.Representative)
            .Should().BeOfType<RecordField.NotApplicable>();
    }

    [Fact]
    public void What_does_not_apply_says_why_in_the_language_of_the_record()
    {
        var dutch = RecordOfProcessing.From(TestRegisters.Shop(), Language.Dutch).Controller.OfType<RecordField.NotApplicable>().Select(field => field.Reason).ToList();
        var english = Record(TestRegisters.Shop()).Controller.OfType<RecordField.NotApplicable>().Select(field => field.Reason).ToList();

        dutch.Should().HaveCount(3).And.OnlyContain(reason => reason.Contains(" AVG)", StringComparison.Ordinal) || reason.Contains(" AVG.", StringComparison.Ordinal));
        english.Should().HaveCount(3).And.OnlyContain(reason => reason.Contains(" GDPR", StringComparison.Ordinal));
    }

    [Fact]
    public void A_time_limit_names_the_categories_it_is_about()
    {
        var record = Record(TestRegisters.Shop());

        Lines(record, "orders", RecordRequirement.TimeLimits).Should().Equal("e-mail address, name and purchases: kept until 2 years after your last purchase");
        Lines(record, "staff", RecordRequirement.TimeLimits).Should().HaveCount(2).And.ContainSingle(line => line.StartsWith("sick leave: kept until 2 years"));
    }

    [Fact]
    public void A_transfer_names_recipient_destination_safeguard_and_assessment()
    {
        Lines(Record(TestRegisters.Shop()), "newsletter", RecordRequirement.Transfers).Should().ContainSingle()
            .Which.Should().StartWith("Example Mail Inc., United States: ").And.Contain("Art. 46(2)(c) GDPR").And.EndWith("Assessment: TIA-1");
    }

    [Fact]
    public void Only_transfers_for_a_compelling_interest_have_their_safeguards_documented()
    {
        Lines(Record(RecordRegisters.Complete), "fraud", RecordRequirement.TransferSafeguards).Should().ContainSingle()
            .Which.Should().StartWith("Example Cloud Inc., Example International Organisation: ").And.Contain("The data are encrypted and deleted within a week.");
        Field(Record(TestRegisters.Shop()), "newsletter", RecordRequirement.TransferSafeguards).Should().BeOfType<RecordField.NotApplicable>();
    }

    [Theory]
    [InlineData("fraud", RecordDetailKind.BalancingTest, "LIA-1")]
    [InlineData("fraud", RecordDetailKind.ImpactAssessment, "DPIA-1")]
    [InlineData("fraud", RecordDetailKind.CriminalOffences, "offences: art. 33 UAVG")]
    [InlineData("fraud", RecordDetailKind.Processors, "Example Cloud Inc.")]
    [InlineData("staff", RecordDetailKind.SpecialCategories, "sick leave")]
    [InlineData("staff", RecordDetailKind.NationalNumbers, "citizen service number (BSN): art. 28 Wet op de loonbelasting 1964")]
    public void What_templates_ask_besides_stands_apart(string activity, RecordDetailKind kind, string line)
    {
        Details(Record(RecordRegisters.Complete), activity, kind).Should().Equal(line);
    }

    [Theory]
    [InlineData("newsletter", RecordDetailKind.SpecialCategories)]
    [InlineData("newsletter", RecordDetailKind.BalancingTest)]
    [InlineData("invoicing", RecordDetailKind.Processors)]
    [InlineData("invoicing", RecordDetailKind.AutomatedDecision)]
    public void A_detail_of_which_there_is_nothing_is_empty(string activity, RecordDetailKind kind)
    {
        Details(Record(RecordRegisters.Complete), activity, kind).Should().BeEmpty();
    }

    [Fact]
    public void A_choice_between_laws_stands_at_both_activities_with_its_reason()
    {
        var record = Record(RecordRegisters.WithChoice);

        Details(record, "screening", RecordDetailKind.ConflictChoices).Should().HaveCount(2);
        Details(record, "invoicing", RecordDetailKind.ConflictChoices).Should().ContainSingle()
            .Which.Should().StartWith("Followed: kept until 7 years").And.Contain("Not followed: erased no later than 5 years after the invoice").And.EndWith("Reason: For invoices too.");
        Details(record, "orders", RecordDetailKind.ConflictChoices).Should().BeEmpty();
    }

    [Fact]
    public void A_register_in_one_language_is_read_in_the_other_with_its_own_texts()
    {
        var register = ProcessingRegister.Create(declare => declare
            .Languages(Language.Dutch)
            .Controller(controller => controller.Name("Voorbeeldwinkel B.V.").Country("NL").Contact(email: "info@example.nl"))
            .People(Customers, "klanten")
            .Category(EmailAddress, "e-mailadres")
            .Activity(Newsletter, activity => activity
                .Name("Nieuwsbrief").Purpose("Wij sturen je onze nieuwsbrief.").OnConsent().About(Customers).Uses(EmailAddress)
                .Keep(keep => keep.WhileConsentStands())));

        var record = Record(register);

        Lines(record, "newsletter", RecordRequirement.Purposes).Should().Equal("Wij sturen je onze nieuwsbrief.");
        Details(record, "newsletter", RecordDetailKind.LawfulBasis).Should().Contain("consent (Art. 6(1)(a) GDPR)");
    }

    [Fact]
    public void A_language_without_words_is_refused()
    {
        FluentActions.Invoking(() => RecordOfProcessing.From(TestRegisters.Shop(), Language.Parse("de")))
            .Should().Throw<NotSupportedException>().WithMessage("GDPR1020:*");
    }

    [Fact]
    public void Equal_registers_give_equal_records_in_every_form()
    {
        var first = Record(ProcessingRegister.FromJson(CompleteRegister.Utf8));
        var second = Record(ProcessingRegister.FromJson(RecordRegisters.Complete.ToJson()));

        second.Should().Be(first);
        second.ToCsv().Should().Equal(first.ToCsv());
        second.ToJson().Should().Be(first.ToJson());
        second.ToDocument().ToHtml().Should().Be(first.ToDocument().ToHtml());
    }

    private static RecordOfProcessing Record(ProcessingRegister register) => RecordOfProcessing.From(register, Language.English);

    private static RecordField Field(RecordOfProcessing record, string activity, RecordRequirement requirement) =>
        record.Activities.Single(recorded => recorded.Key.ToString() == activity).Fields.Single(field => field.Requirement == requirement);

    private static ValueList<string> Lines(RecordOfProcessing record, string activity, RecordRequirement requirement) =>
        Field(record, activity, requirement).Should().BeOfType<RecordField.Present>().Subject.Lines;

    private static ValueList<string> Details(RecordOfProcessing record, string activity, RecordDetailKind kind) =>
        record.Activities.Single(recorded => recorded.Key.ToString() == activity).Details.Single(detail => detail.Kind == kind).Lines;
}
