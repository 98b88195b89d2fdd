using NodaTime;
using static GdprKit.SampleRules;

namespace GdprKit;

public sealed class ObjectionRetentionTests
{
    private static readonly LocalDate Applied = Day(2025, 3, 3);

    private static readonly LocalDate Objected = Day(2025, 7, 10);

    private static readonly ProcessingActivity Research =
        Activity("research", Rule(After(Invoice, Period.FromYears(1)))) with { Basis = new LawfulBasis.LegitimateInterest(LocalizedText.Of("iets te weten", "to know something")) };

    [Fact]
    public void An_objection_that_was_upheld_ends_the_activity_on_that_day()
    {
        var field = Assess(Research, Objected);

        field.KeepUntil.Should().Be(Objected);
        field.FirstDeletable.Should().Be(Day(2025, 7, 11));
        field.Deciding!.Steps.Should().Equal(new RetentionStep.ObjectionUpheld(Objected));
    }

    [Fact]
    public void Without_one_the_period_counts_and_nobody_need_look()
    {
        Assess(Research, null).KeepUntil.Should().Be(Day(2026, 3, 3));
        Assess(Research, null).Unresolved.Should().BeEmpty();
        Assess(Research, Day(2027, 1, 1)).KeepUntil.Should().Be(Day(2026, 3, 3), "an objection does not prolong");
    }

    [Fact]
    public void It_ends_what_nobody_can_date()
    {
        var undated = Research with { Retention = [Rule(After(Login, Period.FromYears(1)))] };

        Assess(undated, null).Unresolved.Should().ContainSingle();
        Assess(undated, Objected).Unresolved.Should().BeEmpty();
        Assess(undated, Objected).KeepUntil.Should().Be(Objected);
    }

    [Fact]
    public void What_a_law_demands_outlives_it()
    {
        Assess(Research with { Retention = [Rule(After(Invoice, Period.FromYears(1)), RetentionSide.MustKeep, RetentionStrength.Statute)] }, Objected).KeepUntil.Should().Be(Day(2026, 3, 3));
    }

    [Fact]
    public void What_a_contract_or_a_law_needs_stays_needed_although_advertising_is_sent_with_it()
    {
        Assess(Research with { Basis = new LawfulBasis.Contract() }, Objected).KeepUntil.Should().Be(Day(2026, 3, 3));
        Assess(Research with { Basis = new LawfulBasis.Contract(), Marketing = [MarketingChannel.Email] }, Objected).KeepUntil.Should().Be(Day(2026, 3, 3));
    }

    [Fact]
    public void Advertising_that_rests_on_consent_ends_by_an_objection_too()
    {
        var newsletter = Research.OnConsent();

        Assess(newsletter with { Marketing = [MarketingChannel.Email] }, Objected).KeepUntil.Should().Be(Objected);
        Assess(newsletter, Objected).KeepUntil.Should().Be(Day(2026, 3, 3), "what is no advertising ends with the consent");
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9999, 12, 31)]
    public void A_day_that_stands_for_no_day_ends_nothing(int year, int month, int day)
    {
        Assess(Research, Day(year, month, day)).KeepUntil.Should().Be(Day(2026, 3, 3));
    }

    private static FieldRetention Assess(ProcessingActivity activity, LocalDate? objected)
    {
        var facts = new RetentionFacts
        {
            Activities = [activity.Key],
            Events = [new EventOccurrence(Invoice, Applied)],
            Objections = objected is { } on ? [new UpheldObjection(activity.Key, on)] : [],
        };
        var field = Schedule(activity).Assess(Address, facts);
        foreach (var today in (LocalDate[])[Objected.PlusDays(-1), Objected, Objected.PlusDays(1), Day(2026, 3, 3), Day(2026, 3, 4)])
        {
            Schedule(activity).DueOn(Address, today).IsMetBy(facts).Should().Be(field.IsDueOn(today), "a condition on {0} says what the outcome says", today);
        }

        return field;
    }
}
