using System.Diagnostics;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>
/// How several retention rules about one category are read together. The formula stands here once; it is read for one item, giving an
/// outcome, and for a whole table, giving a condition. So a sweep cannot decide otherwise than the outcome of each row explains.
/// </summary>
/// <typeparam name="T">What a rule is read as.</typeparam>
/// <param name="activities">The activities of the register, with the choices between their rules.</param>
/// <param name="category">The category of the data.</param>
internal abstract class RuleReading<T>(DeclaredActivities activities, Key<DataCategory> category)
    where T : class
{
    /// <summary>
    /// Reads rules of an activity together. In force on a day are the rules whose interval holds it; when that changes, what the
    /// earlier rules still keep falls under the later ones, and what they had let go is not called back.
    /// </summary>
    /// <param name="activity">The activity.</param>
    /// <param name="together">The rules, one or more.</param>
    public T Read(ProcessingActivity activity, IReadOnlyList<RetentionRule> together)
    {
        var changes = together.SelectMany(rule => new[] { rule.Effective.From, rule.Effective.Until }).OfType<LocalDate>().Distinct().Order();
        var current = InForce(activity, together, rule => rule.Effective.From is null);
        foreach (var change in changes)
        {
            current = (current, InForce(activity, together, rule => rule.Effective.Contains(change))) switch
            {
                ({ } earlier, { } later) => Succeeding(earlier, change, later),
                ({ } last, null) => Ending(last, change),
                (null, { } first) => Beginning(change, first),
                _ => null,
            };
        }

        return current ?? throw new UnreachableException();
    }

    /// <summary>One rule by itself.</summary>
    public abstract T Term(ProcessingActivity activity, RetentionRule rule);

    /// <summary>The end of the consent on which the activity rests, on the side of the rule.</summary>
    public abstract T Consent(ProcessingActivity activity, RetentionRule rule);

    /// <summary>The same, unless an objection ended the activity before (<see cref="ProcessingActivity.EndsByObjection"/>).</summary>
    public abstract T Objected(T one, ProcessingActivity activity, RetentionRule rule);

    /// <summary>Whichever ends last.</summary>
    public abstract T Later(T one, T other);

    /// <summary>Whichever ends first.</summary>
    public abstract T Earlier(T one, T other);

    /// <summary>Whichever ends first, where the activity of the other applies; else the one.</summary>
    public abstract T Yielding(T one, Key<ProcessingActivity> activity, T other);

    /// <summary>The first rules, before which there were none.</summary>
    public abstract T Beginning(LocalDate from, T first);

    /// <summary>The last rules, after which there are none.</summary>
    public abstract T Ending(T last, LocalDate until);

    /// <summary>The earlier rules, and for what they still keep on a day, the later ones.</summary>
    public abstract T Succeeding(T earlier, LocalDate from, T later);

    // The weakest authority speaks first. A stronger one that demands that data are gone cuts off what the weaker would keep, one that
    // demands that they are kept adds to it: a statute beats a period of one's own, shorter or longer.
    private T? InForce(ProcessingActivity activity, IReadOnlyList<RetentionRule> together, Func<RetentionRule, bool> isInForce)
    {
        T? decided = null;
        foreach (var authority in together.Where(isInForce).GroupBy(rule => rule.Strength).OrderBy(authority => authority.Key))
        {
            decided = Combine(authority.Where(rule => rule.Side is not RetentionSide.MustKeep), decided, Earlier);
            decided = Combine(authority.Where(rule => rule.Side is not RetentionSide.MustBeGone), decided, Later);
        }

        return decided;

        T? Combine(IEnumerable<RetentionRule> added, T? start, Func<T, T, T> whichever) =>
            Fold(added.Select(rule => Version(activity, together, rule)).Prepend(start), whichever);
    }

    // A version of a rule is about what the version before it still keeps, not about what lingers for another reason.
    private T Version(ProcessingActivity activity, IReadOnlyList<RetentionRule> together, RetentionRule rule)
    {
        var own = WithChoices(activity, rule);
        return rule.Effective.From is { } from
            && Fold(together.Where(earlier => Replaces(rule, earlier)).Select(earlier => Version(activity, together, earlier)), Later) is { } before
                ? Succeeding(before, from, own)
                : own;
    }

    private T WithChoices(ProcessingActivity activity, RetentionRule rule) =>
        activities.PrevailingOver(rule, category).Aggregate(
            WithEnd(activity, rule),
            (yields, prevailing) => prevailing.Activity.Key == activity.Key
                ? Earlier(yields, WithEnd(activity, prevailing.Rule))
                : Yielding(yields, prevailing.Activity.Key, WithEnd(prevailing.Activity, prevailing.Rule)));

    // Withdrawal and expiry end an activity that rests on consent at once (Art. 7(3), 17(1)(b)), and an objection one that can be objected to
    // (Art. 17(1)(c)), but not what a law demands (Art. 17(3)(b)).
    private T WithEnd(ProcessingActivity activity, RetentionRule rule)
    {
        var term = Term(activity, rule);
        if (rule.Strength is RetentionStrength.Statute)
        {
            return term;
        }

        var consented = activity.Basis is LawfulBasis.Consent && rule.Term is not RetentionTerm.WhileConsentStands ? Earlier(term, Consent(activity, rule)) : term;
        return activity.EndsByObjection ? Objected(consented, activity, rule) : consented;
    }

    private static bool Replaces(RetentionRule rule, RetentionRule earlier) =>
        earlier.Strength == rule.Strength && earlier.Effective.Until == rule.Effective.From;

    private static T? Fold(IEnumerable<T?> readings, Func<T, T, T> whichever) =>
        readings.Aggregate(default(T), (all, one) => (all, one) is ({ } left, { } right) ? whichever(left, right) : all ?? one);
}
