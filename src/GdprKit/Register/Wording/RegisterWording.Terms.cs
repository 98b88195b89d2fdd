namespace GdprKit;

public abstract partial class RegisterWording
{
    /// <summary>Between a period and the day it runs from: "na", "after".</summary>
    protected abstract string After { get; }

    /// <summary>After several events of which the last counts: " (wat het laatst was)".</summary>
    protected abstract string LastThatHappened { get; }

    /// <summary>After several ends of which the last counts: " (wat het laatst komt)".</summary>
    protected abstract string LastToCome { get; }

    /// <summary>Before the event that counts where there is no other: "of, als die dag er niet is,".</summary>
    protected abstract string OrIfThereIsNoSuchDay { get; }

    /// <summary>Before several ends that are too long for one enumeration: "de laatste van deze dagen".</summary>
    protected abstract string LastOfTheseDays { get; }

    /// <summary>The day from which a period runs: "het einde van het kalenderjaar van de factuur".</summary>
    /// <param name="anchor">Which day, seen from the event.</param>
    /// <param name="label">The event, or several.</param>
    protected abstract string Anchored(RetentionAnchor anchor, string label);

    /// <summary>Whether a term ends on the very day of its event.</summary>
    /// <param name="term">The term.</param>
    protected static bool EndsWithTheEvent(RetentionTerm term) => term is RetentionTerm.After { Anchor: RetentionAnchor.Exact } after && HasNoPeriod(after);

    /// <summary>Whether a term ends on the day from which others let a period run.</summary>
    /// <param name="term">The term.</param>
    protected static bool EndsWithTheAnchor(RetentionTerm term) => term is RetentionTerm.After after && HasNoPeriod(after);

    /// <summary>Whether a term is the latest of several ends that do not fit in one enumeration.</summary>
    /// <param name="term">The term.</param>
    protected static bool IsList(RetentionTerm term) => term is RetentionTerm.LatestOf latest
        && latest.Terms.Any(end => end.Events.Count > 1 || end.Fallback is not null || HasNoPeriod(end));

    /// <summary>The end of a term that is counted from events: "7 jaar na het einde van het kalenderjaar van de factuur".</summary>
    /// <param name="term">One period, or the latest of several.</param>
    /// <param name="register">The register that declares the events.</param>
    protected string End(RetentionTerm term, ProcessingRegister register) => term switch
    {
        RetentionTerm.After after => End(after, register),
        RetentionTerm.LatestOf latest when IsList(latest) => $"{LastOfTheseDays}: {string.Join("; ", latest.Terms.Select(end => End(end, register)))}",
        RetentionTerm.LatestOf latest => $"{Or(latest.Terms.Select(end => End(end, register)))}{LastToCome}",
        _ => throw new ArgumentOutOfRangeException(nameof(term)),
    };

    private static bool HasNoPeriod(RetentionTerm.After term) => term.Period.Equals(NodaTime.Period.Zero);

    private string End(RetentionTerm.After term, ProcessingRegister register)
    {
        var labels = Or(term.Events.Select(key => Label(key, register)));
        var end = Counted(term, labels);
        var last = term.Events.Count > 1 ? LastThatHappened : "";
        var otherwise = term.Fallback is not { } fallback ? ""
            : HasNoPeriod(term) ? $" {OrIfThereIsNoSuchDay} {Anchored(term.Anchor, Label(fallback, register))}"
            : $" {OrIfThereIsNoSuchDay} {After} {Anchored(term.Anchor, Label(fallback, register))}";
        return $"{end}{last}{otherwise}";
    }

    private string Counted(RetentionTerm.After term, string label)
    {
        var day = Anchored(term.Anchor, label);
        return HasNoPeriod(term) ? day : $"{Period(term.Period)} {After} {day}";
    }
}
