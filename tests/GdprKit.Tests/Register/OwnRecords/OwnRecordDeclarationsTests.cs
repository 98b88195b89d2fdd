using CsCheck;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class OwnRecordDeclarationsTests
{
    [Fact]
    public void A_register_declares_what_GdprKit_records_itself()
    {
        var activity = TestRegisters.Shop().Activities[OwnRecordKeys.Accountability];

        activity.IsOwnRecord.Should().BeTrue();
        activity.Basis.Should().BeOfType<LawfulBasis.LegalObligation>().Which.Law.Text.Should().Be("art. 5, 7, 12, 24 AVG/GDPR");
        activity.People.Should().Equal(Customers, Employees);
        activity.Categories.Should().Equal(OwnRecordKeys.ErasureOrder, OwnRecordKeys.Evidence);
        activity.Provision.Requirement.Should().Be(ProvisionRequirement.NeededForLegalObligation);
        activity.Purpose.Should().Be(new Purpose(LocalizedText.Of(
            "Wij leggen vast wat we je over je gegevens vertelden, wat je koos en wat je ons vroeg, omdat we dat moeten kunnen bewijzen.",
            "We record what we told you about your data, what you chose and what you asked us, because we must be able to prove it.")));
    }

    [Fact]
    public void Evidence_is_kept_as_long_as_declared_after_it_ended() =>
        Kept(TestRegisters.Shop(register => register.OwnRecords(new OwnRecords { Evidence = Period.FromYears(3) })), OwnRecordKeys.Evidence)
            .Should().Be(After(OwnRecordKeys.EvidenceEnded, Period.FromYears(3)));

    [Fact]
    public void An_erasure_order_is_kept_until_no_backup_can_bring_the_data_back() =>
        Kept(TestRegisters.Shop(), OwnRecordKeys.ErasureOrder).Should().Be(After(OwnRecordKeys.ErasureDone, Period.FromDays(31)));

    [Fact]
    public void Of_several_sets_of_backups_the_slowest_counts() =>
        Kept(TestRegisters.Shop(Monthly(Period.FromYears(1))), OwnRecordKeys.ErasureOrder)
            .Should().Be(After(OwnRecordKeys.ErasureDone, Period.FromYears(1) + Period.FromMonths(1)));

    [Fact]
    public void Where_it_depends_on_the_day_which_set_is_slowest_the_latest_end_counts() =>
        Kept(TestRegisters.Shop(Monthly(Period.FromDays(1))), OwnRecordKeys.ErasureOrder).Should().Be(new RetentionTerm.LatestOf(
        [
            After(OwnRecordKeys.ErasureDone, Period.FromMonths(1) + Period.FromDays(1)),
            After(OwnRecordKeys.ErasureDone, Period.FromDays(31)),
        ]));

    [Fact]
    public void Without_backups_an_erasure_order_is_kept_as_long_as_evidence() =>
        Kept(RegisterCheck.Accept(TestRegisters.Shop().Declarations with { Backups = [] }, []), OwnRecordKeys.ErasureOrder)
            .Should().Be(After(OwnRecordKeys.ErasureDone, Period.FromYears(5)));

    [Fact]
    public void Who_wants_no_marketing_is_remembered_as_long_as_there_is_marketing()
    {
        var register = TestRegisters.Shop();
        var activity = register.Activities[OwnRecordKeys.Suppression];

        activity.Basis.Should().Be(new LawfulBasis.LegitimateInterest(LocalizedText.Of("te weten wie geen reclame van ons wil", "to know who wants no marketing from us")));
        activity.People.Should().Equal([Customers], "employees get no marketing");
        activity.Marketing.Should().BeEmpty();
        Kept(register, OwnRecordKeys.SuppressedAddress).Should().Be(new RetentionTerm.Indefinitely(LocalizedText.Of(
            "zolang we reclame sturen, moeten we weten wie die niet wil",
            "as long as we send marketing, we must know who does not want it")));
    }

    [Fact]
    public void Who_does_no_marketing_remembers_nobody()
    {
        var register = TestRegisters.Shop(shop => shop.Without(Newsletter));

        register.Activities.Contains(OwnRecordKeys.Suppression).Should().BeFalse();
        register.Categories.Contains(OwnRecordKeys.SuppressedAddress).Should().BeFalse();
    }

    [Fact]
    public void Own_records_are_not_written_to_the_register_file() =>
        System.Text.Encoding.UTF8.GetString(TestRegisters.Shop().ToJson()).Should().NotContain("gdprkit-");

    /// <summary>GdprKit holds its own declarations to the rules of every other: only the balancing test is the host's to write.</summary>
    [Fact]
    public void Own_records_have_no_fault_in_any_register() => RegisterGen.Declarations.Sample(declarations =>
    {
        var register = RegisterCheck.Accept(declarations, []);
        var complete = OwnRecordDeclarations.AddTo(register.Declarations);
        var texts = DeclaredText.AllOf(complete).Where(declared => declared.Path.Contains("gdprkit-", StringComparison.Ordinal)).ToArray();
        return texts.Length > 0
            && texts.All(declared => declared.Text!.Languages.SequenceEqual(register.Languages))
            && new[] { TextCheck.Find(complete), ReferenceCheck.Find(complete), RepetitionCheck.Find(complete), CoverageCheck.Find(complete), SpecificationCheck.Find(complete), RetentionCheck.Find(complete) }
                .SelectMany(faults => faults)
                .All(fault => fault.Severity is FaultSeverity.Warning);
    });

    private static RetentionTerm Kept(ProcessingRegister register, Key<DataCategory> category) => register.Activities
        .SelectMany(activity => activity.Retention)
        .Single(rule => rule.Categories.Contains(category)).Term;

    private static RetentionTerm.After After(Key<RetentionEvent> ended, Period period) =>
        new() { Events = [ended], Anchor = RetentionAnchor.Exact, Period = period };

    private static Action<RegisterBuilder> Monthly(Period kept) => register => register.Backup(new("monthly"), backup => backup
        .Name("maandelijkse back-up", "monthly backup").Every(Period.FromMonths(1)).KeptFor(kept));
}
