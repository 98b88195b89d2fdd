using System.Diagnostics;

namespace GdprKit;

/// <summary>
/// The words in which the outcome of a retention rule is explained to people: until when, by which rule, and how the day was found.
/// </summary>
/// <remarks>
/// To say something otherwise, derive from <see cref="DutchRetentionWording"/> or <see cref="EnglishRetentionWording"/> and override that
/// one member; to add a language, derive from this class. Each text is one or more whole sentences. People are addressed as "je" and
/// "you", the controller speaks as "we". Stateless; safe for use by several threads.
/// </remarks>
/// <param name="words">The words for dates, periods and rules.</param>
public abstract partial class RetentionWording(RegisterWording words)
{
    private static readonly RetentionWording[] Known = [new PlainDutch(), new PlainEnglish()];

    /// <summary>The language of the words.</summary>
    public Language Language => Words.Language;

    /// <summary>The words for dates, periods and rules.</summary>
    protected RegisterWording Words { get; } = words;

    /// <summary>The words of a language.</summary>
    /// <param name="language">Dutch or English.</param>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    public static RetentionWording In(Language language) => Array.Find(Known, wording => wording.Language == language) ?? throw WordingMessages.NoWordsIn(language);

    /// <summary>Explains an outcome: what it means, the rule with its source, every step, and what stands in the way.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="register">The register that declares the rule.</param>
    /// <returns>Texts in this order, each one or more sentences.</returns>
    public ValueList<string> Explain(RetentionOutcome outcome, ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(register);
        return
        [
            Conclusion(outcome),
            Rule(Words.HowLong(outcome.Rule, register)),
            .. outcome.Steps.Select(step => Step(step, register)),
            .. outcome.Obstacle is { } obstacle ? [Obstacle(obstacle, register)] : Array.Empty<string>(),
        ];
    }

    /// <summary>What an outcome means: "We bewaren dit tot en met 31 december 2024. Vanaf 1 januari 2025 moeten we het wissen."</summary>
    /// <param name="outcome">The outcome.</param>
    public string Conclusion(RetentionOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.FirstDeletable is null ? NoDayKnown(outcome.Rule) : outcome.Rule.Side switch
        {
            RetentionSide.MustKeep => MustKeep(outcome),
            RetentionSide.MustBeGone => MustBeGone(outcome),
            _ => MustKeepAndBeGone(outcome),
        };
    }

    /// <summary>One step on the way to the day: "De factuur: 14 juli 2016.", "8 jaar later: 31 december 2024."</summary>
    /// <param name="step">The step.</param>
    /// <param name="register">The register that declares the events.</param>
    public string Step(RetentionStep step, ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return step switch
        {
            RetentionStep.EventUsed used => Words.AsSentence($"{Label(used.Event, register)}: {Words.Date(used.On)}"),
            RetentionStep.FallbackUsed used => Fallback(used, Label(used.Event, register)),
            RetentionStep.Anchored anchored => Anchored(anchored),
            RetentionStep.PeriodAdded added => PeriodAdded(added),
            RetentionStep.LatestChosen chosen => LatestChosen(chosen),
            RetentionStep.AgeCompleted completed => AgeCompleted(completed),
            RetentionStep.ConsentEnded ended => ConsentEnded(ended),
            RetentionStep.ObjectionUpheld upheld => ObjectionUpheld(upheld),
            RetentionStep.InForceFrom from => InForceFrom(from),
            RetentionStep.NotBefore before => NotBefore(before),
            RetentionStep.Suspended suspended => Suspended(suspended),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Why there is no day: "Er is geen datum bekend voor de factuur. Tot die er is, bewaren we dit."</summary>
    /// <param name="obstacle">What stands in the way.</param>
    /// <param name="register">The register that declares the events.</param>
    public string Obstacle(RetentionObstacle obstacle, ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return obstacle switch
        {
            RetentionObstacle.DateMissing missing => DateMissing(Words.Or(missing.Events.Select(kind => Label(kind, register)))),
            RetentionObstacle.BeyondCalendar beyond => BeyondCalendar(beyond, Label(beyond.Event, register)),
            RetentionObstacle.ConsentStands => ConsentStands,
            RetentionObstacle.ConsentUnknown => ConsentUnknown,
            RetentionObstacle.Indefinite => Indefinite,
            RetentionObstacle.NoRuleInForce none => NoRuleInForce(none),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What suspends: "een openstaand verzoek", "an open request".</summary>
    /// <param name="kind">The kind of suspension.</param>
    public abstract string Name(SuspensionKind kind);

    /// <summary>The rule, given as a fragment: "Regel: bewaard tot 7 jaar na de factuur (art. 52 AWR)."</summary>
    /// <param name="howLong">How long the rule keeps data.</param>
    protected abstract string Rule(string howLong);

    /// <summary>That no day is known on which the data may go.</summary>
    /// <param name="rule">The rule.</param>
    protected abstract string NoDayKnown(RetentionRule rule);

    /// <summary>Until when data must be kept, and from when they may go.</summary>
    /// <param name="outcome">An outcome with both days.</param>
    protected abstract string MustKeep(RetentionOutcome outcome);

    /// <summary>On which day data must be gone.</summary>
    /// <param name="outcome">An outcome with that day.</param>
    protected abstract string MustBeGone(RetentionOutcome outcome);

    /// <summary>Until when data are kept, and from when they must be gone.</summary>
    /// <param name="outcome">An outcome with both days.</param>
    protected abstract string MustKeepAndBeGone(RetentionOutcome outcome);

    /// <summary>That another event counts because none of the first did.</summary>
    /// <param name="step">The step.</param>
    /// <param name="label">The event.</param>
    protected abstract string Fallback(RetentionStep.FallbackUsed step, string label);

    /// <summary>From which day the period runs.</summary>
    /// <param name="step">The step.</param>
    protected abstract string Anchored(RetentionStep.Anchored step);

    /// <summary>That the period was added.</summary>
    /// <param name="step">The step.</param>
    protected abstract string PeriodAdded(RetentionStep.PeriodAdded step);

    /// <summary>That the latest of several ends was chosen.</summary>
    /// <param name="step">The step.</param>
    protected abstract string LatestChosen(RetentionStep.LatestChosen step);

    /// <summary>On which day the person reaches the age.</summary>
    /// <param name="step">The step.</param>
    protected abstract string AgeCompleted(RetentionStep.AgeCompleted step);

    /// <summary>The objection that ended the activity.</summary>
    /// <param name="step">The step.</param>
    protected abstract string ObjectionUpheld(RetentionStep.ObjectionUpheld step);

    /// <summary>That the consent ended.</summary>
    /// <param name="step">The step.</param>
    protected abstract string ConsentEnded(RetentionStep.ConsentEnded step);

    /// <summary>Since when the rule applies.</summary>
    /// <param name="step">The step.</param>
    protected abstract string InForceFrom(RetentionStep.InForceFrom step);

    /// <summary>That the data were not free before a day.</summary>
    /// <param name="step">The step.</param>
    protected abstract string NotBefore(RetentionStep.NotBefore step);

    /// <summary>That a suspension keeps the data, until a day or for the time being.</summary>
    /// <param name="step">The step.</param>
    protected abstract string Suspended(RetentionStep.Suspended step);

    /// <summary>That the date of the event is missing.</summary>
    /// <param name="label">The event, or several.</param>
    protected abstract string DateMissing(string label);

    /// <summary>That the date of the event leads nowhere.</summary>
    /// <param name="obstacle">The obstacle.</param>
    /// <param name="label">The event.</param>
    protected abstract string BeyondCalendar(RetentionObstacle.BeyondCalendar obstacle, string label);

    /// <summary>That the consent stands.</summary>
    protected abstract string ConsentStands { get; }

    /// <summary>That nothing is known of the consent.</summary>
    protected abstract string ConsentUnknown { get; }

    /// <summary>That the rule has no end.</summary>
    protected abstract string Indefinite { get; }

    /// <summary>That no rule is in force any more.</summary>
    /// <param name="obstacle">The obstacle.</param>
    protected abstract string NoRuleInForce(RetentionObstacle.NoRuleInForce obstacle);

    private string Label(Key<RetentionEvent> kind, ProcessingRegister register) => Words.Text(register.Events[kind].Label);

    private sealed class PlainDutch : DutchRetentionWording;

    private sealed class PlainEnglish : EnglishRetentionWording;
}
