using NodaTime;

namespace GdprKit.Retention;

/// <summary>Under which conditions rules give no end.</summary>
/// <param name="Released">When they do give one: the condition, at any moment, under which an item has been let go.</param>
/// <param name="Unresolved">The conditions under which somebody must look at it, by reason; a reason can stand there several times.</param>
/// <param name="Endless">The condition under which it is meant to have none.</param>
internal sealed record OpenEnds(
    Func<ReleaseMoment, RetentionCondition> Released, IEnumerable<(UnresolvedReason Reason, RetentionCondition Condition)> Unresolved, RetentionCondition Endless)
{
    private static readonly RetentionCondition Nothing = new RetentionCondition.NothingDue();

    public static OpenEnds Meant { get; } = new(_ => Nothing, [], ConditionJoining.Not(Nothing));

    public RetentionCondition AnyUnresolved => ConditionJoining.Any(Unresolved.Select(each => each.Condition));

    public RetentionCondition Any => ConditionJoining.Any(AnyUnresolved, Endless);

    public static OpenEnds Of(params IEnumerable<(UnresolvedReason Reason, RetentionCondition Condition)> unresolved) => new(_ => Nothing, unresolved, Nothing);

    public static OpenEnds OfConsent(Key<ProcessingActivity> activity)
    {
        var unknown = new RetentionCondition.ConsentUnknown(activity);
        var stands = ConditionJoining.All(ConditionJoining.Not(unknown), ConditionJoining.Not(new RetentionCondition.ConsentEnded(activity, LocalDate.MaxIsoValue)));
        return new OpenEnds(_ => Nothing, [(UnresolvedReason.ConsentUnknown, unknown)], stands);
    }

    /// <summary>The same, where a condition is met.</summary>
    public OpenEnds When(RetentionCondition condition) => this with
    {
        Unresolved = Unresolved.Select(each => (each.Reason, ConditionJoining.All(each.Condition, condition))),
        Endless = ConditionJoining.All(Endless, condition),
    };
}
