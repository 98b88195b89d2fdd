using CsCheck;
using NodaTime;

namespace GdprKit;

internal static partial class RegisterGen
{
    /// <summary>One rule for all; one for each category; one that a later law replaces; or one that archives before another deletes.</summary>
    private static Gen<RetentionRule[]> Retention(
        Gen<LocalizedText> text, Key<ProcessingActivity> activity, DataCategory[] uses, RetentionEvent[] events, LawfulBasis basis)
    {
        return Gen.OneOf(
            Rule($"{activity}").Select(rule => new[] { rule }),
            Each([.. uses.Select((_, index) => new Key<RetentionRule>($"{activity}-{index}"))], key => Rule($"{key}"))
                .Select(rules => rules.Zip(uses, (rule, category) => rule with { Categories = [category.Key] }).ToArray()),
            Gen.Select(Rule($"{activity}-old"), Rule($"{activity}-new")).Select((former, later) => new[]
            {
                later with { Effective = new EffectiveInterval(From: new LocalDate(2030, 1, 1)) },
                former with { Effective = new EffectiveInterval(Until: new LocalDate(2030, 1, 1)) },
            }),
            Gen.Select(After(events), Rule($"{activity}-archive")).Select((end, rule) => new[]
            {
                rule with { Term = end, Then = DisposalAction.Archive },
                rule with { Key = new Key<RetentionRule>($"{activity}-gone"), Term = end with { Period = end.Period + Period.FromYears(1) }, Then = DisposalAction.Delete },
            }));

        Gen<RetentionRule> Rule(string key) =>
            from term in Term(text, events, basis)
            from side in Case<RetentionSide>()
            from then in Gen.OneOf(DisposalAction.Delete, DisposalAction.Blank, DisposalAction.Anonymise)
            from strength in Case<RetentionStrength>()
            from source in Law
            from named in Gen.Bool
            select new RetentionRule
            {
                Key = new Key<RetentionRule>(key),
                Term = term,
                Side = side is RetentionSide.MustBeGone && (strength is RetentionStrength.Statute || term is RetentionTerm.Indefinitely) ? RetentionSide.Both : side,
                Then = then,
                Strength = strength,
                Source = named || strength is not RetentionStrength.Own ? source : null,
            };
    }

    private static Gen<RetentionTerm> Term(Gen<LocalizedText> text, RetentionEvent[] events, LawfulBasis basis) => Gen.OneOf<RetentionTerm>(
        After(events).Select(end => (RetentionTerm)end),
        After(events).Array[2, 3].Select(ends => ends.DistinctBy(NormalForm.Of).ToArray()).Where(ends => ends.Length > 1).Select(ends => (RetentionTerm)new RetentionTerm.LatestOf(ends.ToValueList())),
        Gen.Select(Gen.OneOf(events), Gen.Int[1, 150]).Select((birth, age) => (RetentionTerm)new RetentionTerm.UntilAge(birth.Key, age)),
        text.Select(reason => (RetentionTerm)new RetentionTerm.Indefinitely(reason)),
        basis is LawfulBasis.Consent ? Gen.Const<RetentionTerm>(new RetentionTerm.WhileConsentStands()) : After(events).Select(end => (RetentionTerm)end));

    private static Gen<RetentionTerm.After> After(RetentionEvent[] events) =>
        from some in Gen.Shuffle(events, 1, events.Length)
        from fallback in Gen.OneOf(events)
        from anchor in Case<RetentionAnchor>()
        from period in Length
        from isZero in Gen.Bool
        select new RetentionTerm.After
        {
            Events = some.Select(counted => counted.Key).ToValueList(),
            Fallback = some.Contains(fallback) ? null : fallback.Key,
            Anchor = anchor,
            Period = isZero && anchor is not RetentionAnchor.Exact ? Period.Zero : period,
        };
}
