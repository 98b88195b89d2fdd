using NodaTime;
using NodaTime.Text;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class ConflictFaultTests
{
    private static readonly Key<RetentionRule> Forbids = Key<RetentionRule>.Parse("forbids");
    private static readonly Key<RetentionRule> Demands = Key<RetentionRule>.Parse("demands");

    private const string Conflict =
        "GDPR4180 /activities/claims/retention/forbids: The rule 'forbids' (art. 1) forbids keeping 'name', 'purchases' while the rule 'demands' (art. 2) may still demand it. Find out which law goes before, and call Choose(prevails, over, reason) or write both in 'conflictChoices' in the register file.";

    [Fact]
    public void Two_laws_that_contradict_each_other_are_refused() =>
        Laws(Law("P1Y"), Law("P7Y")).Should().Equal(Conflict);

    [Fact]
    public void A_law_that_demands_and_forbids_demands_as_well() =>
        Laws(Law("P1Y"), Law("P7Y", rule => rule with { Side = RetentionSide.Both })).Should().Equal(Conflict);

    [Theory]
    [InlineData("P7Y", "P7Y", false)]
    [InlineData("P8Y", "P7Y", false)]
    [InlineData("P365D", "P1Y", true)] // A year with 29 February has 366 days.
    [InlineData("P366D", "P1Y", false)]
    [InlineData("P30D", "P1M", true)]
    [InlineData("P31D", "P1M", false)]
    [InlineData("P12M", "P1Y", false)]
    public void Periods_from_the_same_event_are_compared_from_every_day(string forbidden, string demanded, bool contradicts)
    {
        Laws(Law(forbidden), Law(demanded)).Should().Equal(contradicts ? [Conflict] : []);
    }

    [Theory]
    [InlineData(RetentionAnchor.EndOfCalendarYear, RetentionAnchor.EndOfCalendarYear, false)]
    [InlineData(RetentionAnchor.EndOfCalendarYear, RetentionAnchor.Exact, false)]
    [InlineData(RetentionAnchor.Exact, RetentionAnchor.EndOfCalendarYear, true)]
    [InlineData(RetentionAnchor.EndOfMonth, RetentionAnchor.EndOfCalendarYear, true)]
    [InlineData(RetentionAnchor.EndOfCalendarYear, RetentionAnchor.EndOfFinancialYear, true)] // The financial year ends in June.
    public void What_each_period_runs_from_counts(RetentionAnchor forbidden, RetentionAnchor demanded, bool contradicts)
    {
        Laws(Law("P1Y", rule => Anchored(rule, forbidden)), Law("P1Y", rule => Anchored(rule, demanded))).Should().Equal(contradicts ? [Conflict] : []);
    }

    [Fact]
    public void Ages_are_compared()
    {
        Laws(Law("P1D", rule => rule with { Term = new RetentionTerm.UntilAge(InvoiceDate, 18) }), Law("P1D", rule => rule with { Term = new RetentionTerm.UntilAge(InvoiceDate, 18) }))
            .Should().BeEmpty();
        Laws(Law("P1D", rule => rule with { Term = new RetentionTerm.UntilAge(InvoiceDate, 16) }), Law("P1D", rule => rule with { Term = new RetentionTerm.UntilAge(InvoiceDate, 18) }))
            .Should().Equal(Conflict);
    }

    [Fact]
    public void What_cannot_be_compared_counts_as_a_contradiction()
    {
        var other = Law("P1D", rule => rule with { Term = ((RetentionTerm.After)rule.Term) with { Events = [LastPurchase] } });

        Laws(Law("P9Y"), other).Should().Equal(Conflict);
        Laws(Law("P9Y"), Law("P1D", rule => rule with { Term = new RetentionTerm.Indefinitely(LocalizedText.Of("altijd", "always")) })).Should().Equal(Conflict);
    }

    [Fact]
    public void Laws_that_do_not_meet_do_not_contradict_each_other()
    {
        Laws(Law("P1Y", rule => rule with { Strength = RetentionStrength.Guideline }), Law("P7Y")).Should().BeEmpty("a guideline gives way");
        Laws(Law("P1Y"), Law("P7Y", rule => rule with { Strength = RetentionStrength.Own })).Should().BeEmpty("the controller's own choice gives way");
        Laws(Law("P1Y"), Law("P7Y", rule => rule with { Side = RetentionSide.MustBeGone })).Should().BeEmpty("both forbid");
        Laws(Law("P1Y", rule => rule with { Effective = new EffectiveInterval(Until: new LocalDate(2025, 1, 1)) }), Law("P7Y", rule => rule with { Effective = new EffectiveInterval(From: new LocalDate(2025, 1, 1)) }))
            .Should().OnlyContain(line => line.StartsWith("GDPR4161", StringComparison.Ordinal), "one follows the other");
        Judgement.With(register => With(register, Law("P1Y"), Law("P7Y")).Activity(Orders, activity => activity with { People = [Employees] })).Should().BeEmpty("they are about other people");
        Judgement.With(register => With(register, Law("P1Y"), Law("P7Y", rule => rule with { Categories = [EmailAddress] }))).Should().OnlyContain(
            line => line.StartsWith("GDPR4160", StringComparison.Ordinal), "they are about other data");
    }

    [Fact]
    public void A_law_that_only_ends_daily_use_contradicts_nothing() =>
        Judgement.With(register => With(register, Law("P1Y", rule => rule with { Then = DisposalAction.Archive }), Law("P7Y"))
            .Activity(Claims, activity => activity with { Retention = [.. activity.Retention, Law("P9Y", rule => rule with { Key = new("gone"), Strength = RetentionStrength.Own })] })).Should().BeEmpty();

    [Fact]
    public void A_choice_settles_it_whoever_wins()
    {
        Chosen(new RuleConflictChoice(Forbids, Demands, Reason)).Should().BeEmpty();
        Chosen(new RuleConflictChoice(Demands, Forbids, Reason)).Should().BeEmpty();
    }

    [Fact]
    public void A_choice_gives_its_reason() =>
        Chosen(new RuleConflictChoice(Forbids, Demands, LocalizedText.Empty)).Should().Equal(
            "GDPR4108 /conflictChoices/0/reason: The reason why 'forbids' goes before 'demands' is missing. Call Choose(prevails, over, nl, en), or write 'reason' in the register file.");

    [Fact]
    public void A_choice_where_nothing_contradicts_warns() =>
        Judgement.Besides(register => register.Choose(new("invoicing"), over: StaffFile, "omdat", "because")).Should().Equal(
            "warning GDPR4181 /conflictChoices/0: The rules 'invoicing' and 'staff-file' do not contradict each other. Remove the choice.");

    [Fact]
    public void Two_choices_do_not_contradict_each_other() =>
        Chosen(new RuleConflictChoice(Forbids, Demands, Reason), new RuleConflictChoice(Demands, Forbids, Reason)).Should().Equal(
            "GDPR4182 /conflictChoices/1: The rule 'demands' goes before 'forbids' here, and after it in another choice. Keep one of the choices.");

    private static LocalizedText Reason { get; } = LocalizedText.Of("omdat", "because");

    private static IReadOnlyList<string> Chosen(params RuleConflictChoice[] choices) =>
        Judgement.With(register => With(register, Law("P1Y"), Law("P7Y")) with { ConflictChoices = choices.ToValueList() });

    private static IReadOnlyList<string> Laws(RetentionRule forbids, RetentionRule demands) => Judgement.With(register => With(register, forbids, demands));

    /// <summary>Claims must be gone and orders must be kept, both by law; the financial year ends in June.</summary>
    private static RegisterDeclarations With(RegisterDeclarations register, RetentionRule forbids, RetentionRule demands) => register
        .Controller(controller => controller with { FinancialYearEnd = new AnnualDate(6, 30) })
        .Rule(Invoicing, rule => rule with { Strength = RetentionStrength.Own })
        .Rule(Claims, _ => forbids with
        {
            Key = Forbids,
            Source = forbids.Strength is RetentionStrength.Own ? null : new Citation("art. 1"),
            Side = RetentionSide.MustBeGone,
        })
        .Rule(Orders, _ => demands with { Key = Demands, Source = demands.Strength is RetentionStrength.Own ? null : new Citation("art. 2") })
        .Rule(Newsletter, rule => rule with { Term = new RetentionTerm.After { Events = [LastPurchase], Anchor = RetentionAnchor.Exact, Period = Period.FromYears(1) } });

    private static RetentionRule Anchored(RetentionRule rule, RetentionAnchor anchor) => rule with { Term = ((RetentionTerm.After)rule.Term) with { Anchor = anchor } };

    private static RetentionRule Law(string period, Func<RetentionRule, RetentionRule>? change = null)
    {
        var rule = new RetentionRule
        {
            Key = Demands,
            Term = new RetentionTerm.After { Events = [InvoiceDate], Anchor = RetentionAnchor.Exact, Period = PeriodPattern.Roundtrip.Parse(period).Value },
            Side = RetentionSide.MustKeep,
            Then = DisposalAction.Delete,
            Strength = RetentionStrength.Statute,
        };
        return change is null ? rule : change(rule);
    }
}
