using NodaTime;
using static GdprKit.SampleRules;

namespace GdprKit;

public sealed class RetentionOutcomeWordingTests
{
    private static readonly RetentionWording Dutch = RetentionWording.In(Language.Dutch);

    private static readonly RetentionWording English = RetentionWording.In(Language.English);

    private static readonly ProcessingRegister Shop = TestRegisters.Shop(register => register
        .Event(Birth, "je geboorte", "your birth")
        .Event(Login, "je laatste bezoek", "your last visit"));

    [Fact]
    public void An_outcome_is_explained_from_its_conclusion_to_its_steps()
    {
        var outcome = new RetentionSchedule(Shop)
            .Assess(ShopKeys.Name, Facts((ShopKeys.InvoiceDate, Day(2016, 7, 14))) with { Activities = [ShopKeys.Invoicing, ShopKeys.Claims] })
            .Deciding!;

        Dutch.Explain(outcome, Shop).Should().Equal(
            "We bewaren dit tot en met 31 december 2023. Vanaf 1 januari 2024 moeten we het wissen.",
            "Regel: bewaard tot 7 jaar na het einde van het boekjaar van de factuur (art. 52 lid 4 AWR).",
            "De factuur: 14 juli 2016.",
            "Het einde van dat boekjaar: 31 december 2016.",
            "7 jaar later: 31 december 2023.");
        English.Explain(outcome, Shop).Should().Equal(
            "We keep this up to and including 31 December 2023. From 1 January 2024 we must erase it.",
            "Rule: kept until 7 years after the end of the financial year of the invoice (art. 52 lid 4 AWR).",
            "The invoice: 14 July 2016.",
            "The end of that financial year: 31 December 2016.",
            "7 years later: 31 December 2023.");
    }

    [Fact]
    public void What_stands_in_the_way_is_said_last()
    {
        var outcome = Outcome(Rule(After(ShopKeys.InvoiceDate, Period.FromYears(2)) with { Fallback = Login }), Facts());

        Dutch.Explain(outcome, Shop).Should().HaveCount(3).And.EndWith("Er is geen datum bekend voor de factuur of je laatste bezoek. Tot die er is, bewaren we dit.");
        English.Explain(outcome, Shop).Should().HaveCount(3).And.EndWith("No date is known for the invoice or your last visit. Until there is one, we keep this.");
    }

    public static TheoryData<RetentionSide, DisposalAction, string, string> Conclusions => new()
    {
        {
            RetentionSide.MustKeep, DisposalAction.Delete,
            "We moeten dit bewaren tot en met 28 februari 2021. Vanaf 1 maart 2021 mogen we het wissen.",
            "We must keep this up to and including 28 February 2021. From 1 March 2021 we may erase it."
        },
        {
            RetentionSide.MustBeGone, DisposalAction.Anonymise,
            "We moeten dit uiterlijk op 28 februari 2021 anonimiseren.",
            "We must anonymise this on 28 February 2021 at the latest."
        },
        {
            RetentionSide.Both, DisposalAction.Blank,
            "We bewaren dit tot en met 28 februari 2021. Vanaf 1 maart 2021 moeten we het leegmaken.",
            "We keep this up to and including 28 February 2021. From 1 March 2021 we must blank it."
        },
    };

    [Theory]
    [MemberData(nameof(Conclusions))]
    public void A_conclusion_says_what_must_and_what_may(RetentionSide side, DisposalAction then, string nl, string en)
    {
        var outcome = Outcome(Rule(After(Invoice, Period.FromMonths(1)), side) with { Then = then }, Facts((Invoice, Day(2021, 1, 31))));

        Dutch.Conclusion(outcome).Should().Be(nl);
        English.Conclusion(outcome).Should().Be(en);
    }

    [Fact]
    public void Without_a_day_the_conclusion_says_so()
    {
        var outcome = Outcome(Rule(After(Invoice, Period.Zero)), Facts());

        Dutch.Conclusion(outcome).Should().Be("Er is geen dag bekend waarop we dit mogen wissen.");
        English.Conclusion(outcome).Should().Be("No day is known on which we may erase this.");
    }

    public static TheoryData<RetentionStep, string, string> Steps => new()
    {
        { new RetentionStep.EventUsed(Birth, Day(2009, 7, 1)), "Je geboorte: 1 juli 2009.", "Your birth: 1 July 2009." },
        { new RetentionStep.FallbackUsed(Login, Day(2009, 7, 1)), "Omdat er geen andere datum is, telt je laatste bezoek: 1 juli 2009.", "Because there is no other date, your last visit counts: 1 July 2009." },
        { new RetentionStep.Anchored(RetentionAnchor.EndOfMonth, Day(2009, 7, 31)), "Het einde van die maand: 31 juli 2009.", "The end of that month: 31 July 2009." },
        { new RetentionStep.Anchored(RetentionAnchor.EndOfCalendarYear, Day(2009, 12, 31)), "Het einde van dat kalenderjaar: 31 december 2009.", "The end of that calendar year: 31 December 2009." },
        { new RetentionStep.Anchored(RetentionAnchor.EndOfFinancialYear, Day(2009, 12, 31)), "Het einde van dat boekjaar: 31 december 2009.", "The end of that financial year: 31 December 2009." },
        { new RetentionStep.PeriodAdded(Period.FromWeeks(4), Day(2009, 7, 29)), "4 weken later: 29 juli 2009.", "4 weeks later: 29 July 2009." },
        { new RetentionStep.LatestChosen(3, Day(2009, 7, 29)), "Dat is de laatste van 3 mogelijke einddagen.", "That is the latest of 3 possible last days." },
        { new RetentionStep.AgeCompleted(18, Day(2027, 6, 30)), "Je wordt 18 op 1 juli 2027.", "You turn 18 on 1 July 2027." },
        { new RetentionStep.ObjectionUpheld(Day(2025, 7, 10)), "Je maakte bezwaar, en daarmee stopte dit gebruik op 10 juli 2025.", "You objected, and that ended this use on 10 July 2025." },
        { new RetentionStep.ConsentEnded(Day(2025, 7, 10)), "Je toestemming stopte op 10 juli 2025.", "Your consent ended on 10 July 2025." },
        { new RetentionStep.InForceFrom(Day(2025, 1, 1)), "Deze regel geldt vanaf 1 januari 2025.", "This rule applies from 1 January 2025." },
        { new RetentionStep.NotBefore(Day(2025, 1, 1)), "Vóór 1 januari 2025 mag het niet weg.", "It may not go before 1 January 2025." },
        { new RetentionStep.Suspended(SuspensionKind.OpenRequest, Day(2025, 3, 10)), "Door een openstaand verzoek mag het niet weg tot en met 10 maart 2025.", "Because of an open request it may not go up to and including 10 March 2025." },
        { new RetentionStep.Suspended(SuspensionKind.LegalHold, null), "Door een juridische procedure mag het voorlopig niet weg.", "Because of a legal claim it may not go for the time being." },
        { new RetentionStep.Suspended(SuspensionKind.Restriction, null), "Door een beperking waar je om vroeg mag het voorlopig niet weg.", "Because of a restriction that you asked for it may not go for the time being." },
        { new RetentionStep.Suspended(SuspensionKind.Unspecified, null), "Door een blokkade mag het voorlopig niet weg.", "Because of a suspension it may not go for the time being." },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void Every_step_has_its_sentence(RetentionStep step, string nl, string en)
    {
        Dutch.Step(step, Shop).Should().Be(nl);
        English.Step(step, Shop).Should().Be(en);
    }

    public static TheoryData<RetentionObstacle, string, string> Obstacles => new()
    {
        { new RetentionObstacle.DateMissing([Birth]), "Er is geen datum bekend voor je geboorte. Tot die er is, bewaren we dit.", "No date is known for your birth. Until there is one, we keep this." },
        { new RetentionObstacle.BeyondCalendar(Login, Day(9999, 12, 30)), "De datum van je laatste bezoek is 30 december 9999. Daar hoort geen einddag bij. Daarom bewaren we dit.", "The date of your last visit is 30 December 9999. No last day belongs to it. That is why we keep this." },
        { new RetentionObstacle.BeyondCalendar(Login, Day(9999, 12, 31)), "Er is geen dag bekend voor je laatste bezoek: wat er staat betekent 'nooit', of is geen datum. Daarom bewaren we dit.", "No day is known for your last visit: what is stored means 'never', or is no date. That is why we keep this." },
        { new RetentionObstacle.ConsentStands(), "Je toestemming geldt nog.", "Your consent still stands." },
        { new RetentionObstacle.ConsentUnknown(), "We weten niet of je toestemming nog geldt. Tot dat duidelijk is, bewaren we dit.", "We do not know whether your consent still stands. Until that is clear, we keep this." },
        { new RetentionObstacle.Indefinite(), "Deze regel heeft geen einddag.", "This rule has no last day." },
        { new RetentionObstacle.NoRuleInForce(Day(2025, 1, 1)), "Vanaf 1 januari 2025 is er geen regel meer. Tot er een nieuwe is, bewaren we dit.", "From 1 January 2025 there is no rule any more. Until there is a new one, we keep this." },
    };

    [Theory]
    [MemberData(nameof(Obstacles))]
    public void Every_obstacle_has_its_sentence(RetentionObstacle obstacle, string nl, string en)
    {
        Dutch.Obstacle(obstacle, Shop).Should().Be(nl);
        English.Obstacle(obstacle, Shop).Should().Be(en);
    }

    [Fact]
    public void Every_step_and_every_obstacle_there_is_stands_in_these_tests()
    {
        Steps.Select(row => row.Data.Item1.GetType()).Should().Contain(typeof(RetentionStep).GetNestedTypes());
        Obstacles.Select(row => row.Data.Item1.GetType()).Should().Contain(typeof(RetentionObstacle).GetNestedTypes());
    }

    [Fact]
    public void A_host_can_say_one_thing_otherwise()
    {
        new Formal().Step(new RetentionStep.ConsentEnded(Day(2025, 7, 10)), Shop).Should().Be("Uw toestemming eindigde op 10 juli 2025.");
    }

    [Fact]
    public void There_are_no_words_in_other_languages()
    {
        FluentActions.Invoking(() => RetentionWording.In(Language.Parse("fr"))).Should().Throw<NotSupportedException>().WithMessage("GDPR1020*");
    }

    private sealed class Formal : DutchRetentionWording
    {
        protected override string ConsentEnded(RetentionStep.ConsentEnded step) => $"Uw toestemming eindigde op {Words.Date(step.On)}.";
    }
}
