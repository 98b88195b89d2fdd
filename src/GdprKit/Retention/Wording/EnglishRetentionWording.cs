using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Outcomes of retention rules in plain English. <see cref="RetentionWording.In"/> gives it as it is; derive from it to say one thing
/// otherwise.
/// </summary>
[SuppressMessage("Design", "CA1062:Validate arguments of public methods", Justification = "Called by the class it derives from, which made the arguments.")]
public abstract partial class EnglishRetentionWording() : RetentionWording(RegisterWording.In(Language.English))
{
    /// <inheritdoc/>
    public override string Name(SuspensionKind kind) => kind switch
    {
        SuspensionKind.LegalHold => "a legal claim",
        SuspensionKind.OpenRequest => "an open request",
        SuspensionKind.Restriction => "a restriction that you asked for",
        _ => "a suspension",
    };

    /// <inheritdoc/>
    protected override string Rule(string howLong) => Words.AsSentence($"rule: {howLong}");

    /// <inheritdoc/>
    protected override string NoDayKnown(RetentionRule rule) => $"No day is known on which we may {Words.Name(rule.Then)} this.";

    /// <inheritdoc/>
    protected override string MustKeep(RetentionOutcome outcome) =>
        $"We must keep this up to and including {Words.Date(outcome.KeepUntil!.Value)}. From {Words.Date(outcome.FirstDeletable!.Value)} we may {Words.Name(outcome.Rule.Then)} it.";

    /// <inheritdoc/>
    protected override string MustBeGone(RetentionOutcome outcome) =>
        $"We must {Words.Name(outcome.Rule.Then)} this on {Words.Date(outcome.DeleteBy!.Value)} at the latest.";

    /// <inheritdoc/>
    protected override string MustKeepAndBeGone(RetentionOutcome outcome) =>
        $"We keep this up to and including {Words.Date(outcome.KeepUntil!.Value)}. From {Words.Date(outcome.FirstDeletable!.Value)} we must {Words.Name(outcome.Rule.Then)} it.";

    /// <inheritdoc/>
    protected override string Fallback(RetentionStep.FallbackUsed step, string label) => $"Because there is no other date, {label} counts: {Words.Date(step.On)}.";

    /// <inheritdoc/>
    protected override string Anchored(RetentionStep.Anchored step) => $"The end of that {step.Anchor switch
    {
        RetentionAnchor.EndOfMonth => "month",
        RetentionAnchor.EndOfFinancialYear => "financial year",
        _ => "calendar year",
    }}: {Words.Date(step.On)}.";

    /// <inheritdoc/>
    protected override string PeriodAdded(RetentionStep.PeriodAdded step) => $"{Words.Period(step.Period)} later: {Words.Date(step.LastDay)}.";

    /// <inheritdoc/>
    protected override string LatestChosen(RetentionStep.LatestChosen step) => $"That is the latest of {step.Ends} possible last days.";

    /// <inheritdoc/>
    protected override string AgeCompleted(RetentionStep.AgeCompleted step) => $"You turn {step.Age} on {Words.Date(step.LastDay.PlusDays(1))}.";

    /// <inheritdoc/>
    protected override string ObjectionUpheld(RetentionStep.ObjectionUpheld step) => $"You objected, and that ended this use on {Words.Date(step.On)}.";

    /// <inheritdoc/>
    protected override string ConsentEnded(RetentionStep.ConsentEnded step) => $"Your consent ended on {Words.Date(step.On)}.";

    /// <inheritdoc/>
    protected override string InForceFrom(RetentionStep.InForceFrom step) => $"This rule applies from {Words.Date(step.On)}.";

    /// <inheritdoc/>
    protected override string NotBefore(RetentionStep.NotBefore step) => $"It may not go before {Words.Date(step.Day)}.";

    /// <inheritdoc/>
    protected override string Suspended(RetentionStep.Suspended step) => step.LastDay is { } last
        ? $"Because of {Name(step.Kind)} it may not go up to and including {Words.Date(last)}."
        : $"Because of {Name(step.Kind)} it may not go for the time being.";

    /// <inheritdoc/>
    protected override string DateMissing(string label) => $"No date is known for {label}. Until there is one, we keep this.";

    /// <inheritdoc/>
    protected override string BeyondCalendar(RetentionObstacle.BeyondCalendar obstacle, string label) => obstacle.On == LocalDate.MaxIsoValue
        ? $"No day is known for {label}: what is stored means 'never', or is no date. That is why we keep this."
        : $"The date of {label} is {Words.Date(obstacle.On)}. No last day belongs to it. That is why we keep this.";

    /// <inheritdoc/>
    protected override string ConsentStands => "Your consent still stands.";

    /// <inheritdoc/>
    protected override string ConsentUnknown => "We do not know whether your consent still stands. Until that is clear, we keep this.";

    /// <inheritdoc/>
    protected override string Indefinite => "This rule has no last day.";

    /// <inheritdoc/>
    protected override string NoRuleInForce(RetentionObstacle.NoRuleInForce obstacle) =>
        $"From {Words.Date(obstacle.From)} there is no rule any more. Until there is a new one, we keep this.";
}
