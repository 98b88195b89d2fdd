using NodaTime;

namespace GdprKit.Retention;

/// <summary>Reads rules for one item.</summary>
internal sealed class OutcomeReading(DeclaredActivities activities, Key<DataCategory> category, RetentionCalendar calendar, KnownEvents known, RetentionFacts facts)
    : RuleReading<RetentionOutcome>(activities, category)
{
    /// <summary>Whichever of two outcomes ends last; of two without an end, the one that somebody must look at.</summary>
    public static RetentionOutcome LaterOf(RetentionOutcome one, RetentionOutcome other) => (one.Release, other.Release) switch
    {
        ({ } first, { } second) => second > first ? other : one,
        (null, null) => one.Obstacle is { NeedsAttention: true } ? one : other,
        (null, _) => one,
        _ => other,
    };

    /// <summary>
    /// What laws demand to be kept, until the last of them: a law that is repealed demands nothing any more, and leaves it to other rules
    /// when the data go.
    /// </summary>
    public RetentionOutcome Demand(ProcessingActivity activity, IReadOnlyList<RetentionRule> statutory) => Read(activity, statutory) switch
    {
        { Obstacle: RetentionObstacle.NoRuleInForce repealed } kept => kept with { Release = ReleaseMoment.BeginOf(repealed.From), Obstacle = null },
        var outcome => outcome,
    };

    public override RetentionOutcome Term(ProcessingActivity activity, RetentionRule rule) =>
        Outcome(activity, rule, known.MissingFrom(rule.Term) is { IsEmpty: false } missing ? TermEnd.OfUndated(missing) : TermEnd.Of(rule.Term, activity.Key, facts, calendar));

    public override RetentionOutcome Consent(ProcessingActivity activity, RetentionRule rule) =>
        Outcome(activity, rule, TermEnd.OfConsent(facts.ConsentTo(activity.Key)));

    public override RetentionOutcome Objected(RetentionOutcome one, ProcessingActivity activity, RetentionRule rule) =>
        facts.ObjectionTo(activity.Key)?.End is { } end ? Earlier(one, Outcome(activity, rule, TermEnd.OfObjection(end))) : one;

    public override RetentionOutcome Later(RetentionOutcome one, RetentionOutcome other) => LaterOf(one, other);

    public override RetentionOutcome Earlier(RetentionOutcome one, RetentionOutcome other) =>
        other.Release is { } second && !(one.Release <= second) ? other : one;

    public override RetentionOutcome Yielding(RetentionOutcome one, Key<ProcessingActivity> activity, RetentionOutcome other) =>
        facts.Applies(activity) ? Earlier(one, other) : one;

    public override RetentionOutcome Beginning(LocalDate from, RetentionOutcome first) => InForce(first, from);

    public override RetentionOutcome Ending(RetentionOutcome last, LocalDate until) =>
        HadLetGo(last, until) ? last : last with { Release = null, Obstacle = new RetentionObstacle.NoRuleInForce(until) };

    public override RetentionOutcome Succeeding(RetentionOutcome earlier, LocalDate from, RetentionOutcome later) =>
        HadLetGo(earlier, from) ? earlier : InForce(later, from);

    private static bool HadLetGo(RetentionOutcome outcome, LocalDate day) => outcome.Release <= ReleaseMoment.BeginOf(day);

    private static RetentionOutcome InForce(RetentionOutcome outcome, LocalDate from)
    {
        var since = outcome.Rule.Effective.From == from ? With(outcome, new RetentionStep.InForceFrom(from)) : outcome;
        return outcome.Release < ReleaseMoment.BeginOf(from)
            ? With(since, new RetentionStep.NotBefore(from)) with { Release = ReleaseMoment.BeginOf(from) }
            : since;
    }

    // A version comes into force by itself, and again together with all other rules of that day: that is one step.
    private static RetentionOutcome With(RetentionOutcome outcome, RetentionStep step) =>
        outcome.Arithmetic.Contains(step) ? outcome : outcome with { Arithmetic = [.. outcome.Arithmetic, step] };

    private RetentionOutcome Outcome(ProcessingActivity activity, RetentionRule rule, TermEnd end) => new(activity.Key, rule, facts.Suspensions)
    {
        Release = end.LastDay is { } lastDay ? ReleaseMoment.After(lastDay, rule.Side) : null,
        Obstacle = end.Obstacle,
        Arithmetic = end.Steps,
    };
}
