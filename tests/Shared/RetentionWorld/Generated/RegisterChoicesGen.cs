using CsCheck;
using NodaTime;

namespace GdprKit.RetentionWorld;

/// <summary>Registers of random shape, valid ones only.</summary>
public static class RegisterChoicesGen
{
    // Few lengths, so that rules meet on one day.
    public static readonly Period[] Lengths = [Period.FromDays(30), Period.FromMonths(1), Period.FromMonths(6), Period.FromYears(1), Period.FromYears(2)];

    private static readonly LocalDate ChangeOfLaw = new(2025, 1, 1);

    private static readonly Citation Law = new("art. 1", null, null);

    private static readonly Gen<RetentionTerm.After> After =
        from events in Gen.Shuffle(WorldKeys.Events, 1, 2)
        from fallback in Gen.OneOf(WorldKeys.Events)
        from hasFallback in Gen.Int[0, 3]
        from anchor in Gen.OneOf(RetentionAnchor.Exact, RetentionAnchor.Exact, RetentionAnchor.EndOfMonth, RetentionAnchor.EndOfCalendarYear, RetentionAnchor.EndOfFinancialYear)
        from period in Gen.OneOf(Lengths)
        from isZero in Gen.Int[0, 9]
        select new RetentionTerm.After
        {
            Events = events.Order().ToValueList(),
            Fallback = hasFallback > 0 || events.Contains(fallback) ? null : fallback,
            Anchor = anchor,
            Period = isZero == 0 && anchor is not RetentionAnchor.Exact ? Period.Zero : period,
        };

    public static Gen<RegisterChoices> Registers =>
        from shapes in Gen.Select(Gen.Int[0, 3], Gen.Bool, Gen.Shuffle(WorldKeys.Categories, 1, 3), Gen.Shuffle(new[] { WorldKeys.Clients, WorldKeys.Staff }, 1, 2)).Array[0, 3]
        from activities in Each([.. shapes.Select((shape, index) => One($"activity-{index}", shape.Item2, shape.Item3, shape.Item4))])
        from all in One("everything", false, WorldKeys.Categories, [WorldKeys.Clients, WorldKeys.Staff])
        from choice in Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20], Gen.Bool)
        from zone in Gen.OneOf("Europe/Amsterdam", "Europe/Amsterdam", "America/New_York", "America/Sao_Paulo", "Pacific/Auckland")
        from yearEnd in Gen.OneOf(new AnnualDate(12, 31), new AnnualDate(6, 30), new AnnualDate(2, 28))
        let declared = activities.Append(all).ToValueList()
        let choices = new RegisterChoices(declared, Choices(declared, choice.Item1, choice.Item2, choice.Item3), zone, yearEnd)
        where choices.TryCreate() is not null
        select choices;

    /// <summary>The same activities with other rules, as somebody would propose them.</summary>
    public static Gen<RegisterChoices> Proposed(RegisterChoices current) =>
        from rules in Each([.. current.Activities.Select(activity => Rules(activity.Key.ToString(), activity.Basis is LawfulBasis.Consent, [.. activity.Categories]))])
        let proposed = current with { Activities = current.Activities.Zip(rules, (activity, other) => activity with { Retention = other }).ToValueList(), Choices = [] }
        where proposed.TryCreate() is not null
        select proposed;

    private static Gen<ProcessingActivity> One(string key, bool onConsent, Key<DataCategory>[] uses, Key<SubjectKind>[] about) =>
        from rules in Rules(key, onConsent, uses)
        from isOwnInterest in Gen.Bool
        let basis = onConsent ? (LawfulBasis)new LawfulBasis.Consent() : isOwnInterest ? new LawfulBasis.LegitimateInterest(LocalizedText.Of("iets te weten", "to know something")) { BalancingTest = "BT-1" } : new LawfulBasis.Contract()
        select RegisterChoices.Activity(key, basis, about.Order().ToValueList(), uses.Order().ToValueList(), rules);

    /// <summary>One rule for all; one for each category; two at a time; one that a later law replaces; one that archives before another deletes.</summary>
    private static Gen<ValueList<RetentionRule>> Rules(string activity, bool onConsent, Key<DataCategory>[] uses) => Gen.Frequency(
        (4, Rule(activity, onConsent).Select(rule => ValueList.Create([rule]))),
        (2, Each([.. uses.Select((category, index) => Rule($"{activity}-{index}", onConsent).Select(rule => rule with { Categories = [category] }))]).Select(rules => rules.ToValueList())),
        (2, Gen.Select(Rule($"{activity}-one", onConsent), Rule($"{activity}-other", onConsent)).Select((one, other) => ValueList.Create([one, other]))),
        (1, Gen.Select(Rule($"{activity}-old", onConsent), Rule($"{activity}-new", onConsent)).Select((former, later) => ValueList.Create(
        [
            former with { Effective = new EffectiveInterval(Until: ChangeOfLaw) },
            later with { Effective = new EffectiveInterval(From: ChangeOfLaw) },
        ]))),
        (2, Gen.Select(After, Rule($"{activity}-archive", onConsent)).Select((end, rule) => ValueList.Create(
        [
            rule with { Term = end, Then = DisposalAction.Archive },
            rule with { Key = Key<RetentionRule>.Parse($"{activity}-gone"), Term = end with { Period = end.Period + Period.FromYears(1) }, Then = DisposalAction.Delete },
        ]))));

    private static Gen<RetentionRule> Rule(string key, bool onConsent) =>
        from term in Term(onConsent)
        from side in Gen.OneOf(RetentionSide.Both, RetentionSide.Both, RetentionSide.MustKeep, RetentionSide.MustBeGone)
        from then in Gen.OneOf(DisposalAction.Delete, DisposalAction.Delete, DisposalAction.Delete, DisposalAction.Blank, DisposalAction.Anonymise)
        from strength in Gen.OneOf(RetentionStrength.Own, RetentionStrength.Own, RetentionStrength.Guideline, RetentionStrength.Statute)
        select new RetentionRule
        {
            Key = Key<RetentionRule>.Parse(key),
            Term = term,
            Side = term is RetentionTerm.Indefinitely ? RetentionSide.Both : side,
            Then = term is RetentionTerm.Indefinitely ? DisposalAction.Archive : then,
            Strength = strength,
            Source = strength is RetentionStrength.Own ? null : Law,
        };

    private static Gen<RetentionTerm> Term(bool onConsent) => Gen.Frequency(
        (10, After.Select(RetentionTerm (end) => end)),
        (2, After.Array[2, 2].Where(ends => ends[0] != ends[1]).Select(RetentionTerm (ends) => new RetentionTerm.LatestOf(ends.Select(end => end with { Fallback = null }).ToValueList()))),
        (2, Gen.Int[1, 20].Select(RetentionTerm (age) => new RetentionTerm.UntilAge(WorldKeys.Events[0], age))),
        (1, Gen.Const(new RetentionTerm.Indefinitely(LocalizedText.Of("wetenschap", "science"))).Select(RetentionTerm (term) => term)),
        (onConsent ? 3 : 1, onConsent ? Gen.Const(new RetentionTerm.WhileConsentStands()).Select(RetentionTerm (term) => term) : After.Select(RetentionTerm (end) => end)));

    private static ValueList<RuleConflictChoice> Choices(ValueList<ProcessingActivity> activities, int prevails, int yields, bool any)
    {
        var rules = activities.SelectMany(activity => activity.Retention).Select(rule => rule.Key).ToList();
        var (first, second) = (rules[prevails % rules.Count], rules[yields % rules.Count]);
        return any && first != second ? [new RuleConflictChoice(first, second, LocalizedText.Of("omdat", "because"))] : [];
    }

    private static Gen<List<T>> Each<T>(List<Gen<T>> each) => each.Aggregate(
        Gen.Const(() => new List<T>()),
        (before, gen) => Gen.Select(before, gen).Select((made, one) => new List<T>([.. made, one])));
}
