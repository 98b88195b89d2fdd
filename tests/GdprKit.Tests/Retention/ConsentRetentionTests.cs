using NodaTime;
using static GdprKit.SampleRules;

namespace GdprKit;

public sealed class ConsentRetentionTests
{
    private static readonly LocalDate Applied = Day(2025, 3, 3);

    private static readonly ProcessingActivity Newsletter = Activity("newsletter", Rule(new RetentionTerm.WhileConsentStands())).OnConsent();

    private static readonly ProcessingActivity TalentPool =
        Activity("talent-pool", Rule(After(Invoice, Period.FromYears(1)), RetentionSide.MustBeGone)).OnConsent();

    [Fact]
    public void While_consent_stands_nothing_goes_and_nobody_need_look()
    {
        var field = Assess(Newsletter, new ConsentStanding(Newsletter.Key, null));

        field.FirstDeletable.Should().BeNull();
        field.Deciding!.Obstacle.Should().Be(new RetentionObstacle.ConsentStands());
        field.Unresolved.Should().BeEmpty();
    }

    [Fact]
    public void A_consent_that_ended_ends_the_activity_on_that_day()
    {
        var field = Assess(Newsletter, new ConsentStanding(Newsletter.Key, Day(2025, 7, 10)));

        field.KeepUntil.Should().Be(Day(2025, 7, 10));
        field.FirstDeletable.Should().Be(Day(2025, 7, 11));
        field.Deciding!.Steps.Should().Equal(new RetentionStep.ConsentEnded(Day(2025, 7, 10)));
        Assess(Newsletter with { Retention = [Rule(new RetentionTerm.WhileConsentStands(), RetentionSide.MustBeGone)] }, new ConsentStanding(Newsletter.Key, Day(2025, 7, 10)))
            .DeleteBy.Should().Be(Day(2025, 7, 10));
    }

    [Fact]
    public void A_consent_of_which_nothing_is_known_keeps_and_is_reported()
    {
        Assess(Newsletter, null).Unresolved.Should().ContainSingle().Which.Obstacle.Should().Be(new RetentionObstacle.ConsentUnknown());
    }

    [Fact]
    public void A_consent_to_something_else_says_nothing()
    {
        Assess(Newsletter, new ConsentStanding(TalentPool.Key, Day(2025, 7, 10))).Deciding!.Obstacle.Should().Be(new RetentionObstacle.ConsentUnknown());
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9999, 12, 31)]
    public void A_day_that_stands_for_no_day_ends_no_consent(int year, int month, int day)
    {
        Assess(Newsletter, new ConsentStanding(Newsletter.Key, Day(year, month, day))).Deciding!.Obstacle.Should().Be(new RetentionObstacle.ConsentStands());
    }

    [Fact]
    public void A_period_of_an_activity_on_consent_ends_with_the_consent()
    {
        Assess(TalentPool, new ConsentStanding(TalentPool.Key, null)).DeleteBy.Should().Be(Day(2026, 3, 3));
        Assess(TalentPool, new ConsentStanding(TalentPool.Key, Day(2025, 7, 10))).DeleteBy.Should().Be(Day(2025, 7, 10));
        Assess(TalentPool, new ConsentStanding(TalentPool.Key, Day(2027, 1, 1))).DeleteBy.Should().Be(Day(2026, 3, 3), "a withdrawal does not prolong");
        Assess(TalentPool, null).DeleteBy.Should().Be(Day(2026, 3, 3), "the period ends whatever became of the consent");
    }

    [Fact]
    public void What_a_law_demands_outlives_the_consent()
    {
        var evidence = Activity("evidence", Rule(After(Invoice, Period.FromYears(1)), RetentionSide.MustKeep, RetentionStrength.Statute)).OnConsent();

        Assess(evidence, new ConsentStanding(evidence.Key, Day(2025, 7, 10))).KeepUntil.Should().Be(Day(2026, 3, 3));
    }

    [Fact]
    public void Another_basis_does_not_end_with_a_consent()
    {
        var activity = TalentPool with { Basis = new LawfulBasis.Contract() };

        Assess(activity, new ConsentStanding(activity.Key, Day(2025, 7, 10))).DeleteBy.Should().Be(Day(2026, 3, 3));
    }

    private static FieldRetention Assess(ProcessingActivity activity, ConsentStanding? consent) => Schedule(activity).Assess(
        Address,
        Facts((Invoice, Applied)).AppliedTo(activity) with { Consents = consent is null ? [] : [consent] });
}
