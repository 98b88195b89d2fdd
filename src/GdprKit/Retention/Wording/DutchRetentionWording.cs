using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Outcomes of retention rules in plain Dutch (level B1). <see cref="RetentionWording.In"/> gives it as it is; derive from it to say one
/// thing otherwise.
/// </summary>
[SuppressMessage("Design", "CA1062:Validate arguments of public methods", Justification = "Called by the class it derives from, which made the arguments.")]
public abstract partial class DutchRetentionWording() : RetentionWording(RegisterWording.In(Language.Dutch))
{
    /// <inheritdoc/>
    public override string Name(SuspensionKind kind) => kind switch
    {
        SuspensionKind.LegalHold => "een juridische procedure",
        SuspensionKind.OpenRequest => "een openstaand verzoek",
        SuspensionKind.Restriction => "een beperking waar je om vroeg",
        _ => "een blokkade",
    };

    /// <inheritdoc/>
    protected override string Rule(string howLong) => Words.AsSentence($"regel: {howLong}");

    /// <inheritdoc/>
    protected override string NoDayKnown(RetentionRule rule) => $"Er is geen dag bekend waarop we dit mogen {Words.Name(rule.Then)}.";

    /// <inheritdoc/>
    protected override string MustKeep(RetentionOutcome outcome) =>
        $"We moeten dit bewaren tot en met {Words.Date(outcome.KeepUntil!.Value)}. Vanaf {Words.Date(outcome.FirstDeletable!.Value)} mogen we het {Words.Name(outcome.Rule.Then)}.";

    /// <inheritdoc/>
    protected override string MustBeGone(RetentionOutcome outcome) =>
        $"We moeten dit uiterlijk op {Words.Date(outcome.DeleteBy!.Value)} {Words.Name(outcome.Rule.Then)}.";

    /// <inheritdoc/>
    protected override string MustKeepAndBeGone(RetentionOutcome outcome) =>
        $"We bewaren dit tot en met {Words.Date(outcome.KeepUntil!.Value)}. Vanaf {Words.Date(outcome.FirstDeletable!.Value)} moeten we het {Words.Name(outcome.Rule.Then)}.";

    /// <inheritdoc/>
    protected override string Fallback(RetentionStep.FallbackUsed step, string label) => $"Omdat er geen andere datum is, telt {label}: {Words.Date(step.On)}.";

    /// <inheritdoc/>
    protected override string Anchored(RetentionStep.Anchored step) => $"Het einde van {step.Anchor switch
    {
        RetentionAnchor.EndOfMonth => "die maand",
        RetentionAnchor.EndOfFinancialYear => "dat boekjaar",
        _ => "dat kalenderjaar",
    }}: {Words.Date(step.On)}.";

    /// <inheritdoc/>
    protected override string PeriodAdded(RetentionStep.PeriodAdded step) => $"{Words.Period(step.Period)} later: {Words.Date(step.LastDay)}.";

    /// <inheritdoc/>
    protected override string LatestChosen(RetentionStep.LatestChosen step) => $"Dat is de laatste van {step.Ends} mogelijke einddagen.";

    /// <inheritdoc/>
    protected override string AgeCompleted(RetentionStep.AgeCompleted step) => $"Je wordt {step.Age} op {Words.Date(step.LastDay.PlusDays(1))}.";

    /// <inheritdoc/>
    protected override string ObjectionUpheld(RetentionStep.ObjectionUpheld step) => $"Je maakte bezwaar, en daarmee stopte dit gebruik op {Words.Date(step.On)}.";

    /// <inheritdoc/>
    protected override string ConsentEnded(RetentionStep.ConsentEnded step) => $"Je toestemming stopte op {Words.Date(step.On)}.";

    /// <inheritdoc/>
    protected override string InForceFrom(RetentionStep.InForceFrom step) => $"Deze regel geldt vanaf {Words.Date(step.On)}.";

    /// <inheritdoc/>
    protected override string NotBefore(RetentionStep.NotBefore step) => $"Vóór {Words.Date(step.Day)} mag het niet weg.";

    /// <inheritdoc/>
    protected override string Suspended(RetentionStep.Suspended step) => step.LastDay is { } last
        ? $"Door {Name(step.Kind)} mag het niet weg tot en met {Words.Date(last)}."
        : $"Door {Name(step.Kind)} mag het voorlopig niet weg.";

    /// <inheritdoc/>
    protected override string DateMissing(string label) => $"Er is geen datum bekend voor {label}. Tot die er is, bewaren we dit.";

    /// <inheritdoc/>
    protected override string BeyondCalendar(RetentionObstacle.BeyondCalendar obstacle, string label) => obstacle.On == LocalDate.MaxIsoValue
        ? $"Er is geen dag bekend voor {label}: wat er staat betekent 'nooit', of is geen datum. Daarom bewaren we dit."
        : $"De datum van {label} is {Words.Date(obstacle.On)}. Daar hoort geen einddag bij. Daarom bewaren we dit.";

    /// <inheritdoc/>
    protected override string ConsentStands => "Je toestemming geldt nog.";

    /// <inheritdoc/>
    protected override string ConsentUnknown => "We weten niet of je toestemming nog geldt. Tot dat duidelijk is, bewaren we dit.";

    /// <inheritdoc/>
    protected override string Indefinite => "Deze regel heeft geen einddag.";

    /// <inheritdoc/>
    protected override string NoRuleInForce(RetentionObstacle.NoRuleInForce obstacle) =>
        $"Vanaf {Words.Date(obstacle.From)} is er geen regel meer. Tot er een nieuwe is, bewaren we dit.";
}
