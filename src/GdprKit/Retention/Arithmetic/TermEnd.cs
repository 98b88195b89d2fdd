using System.Diagnostics;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>When a term ends for one item: on a last day, or not, for a reason.</summary>
/// <param name="LastDay">The last day of the period; <see langword="null"/> when there is none.</param>
/// <param name="Obstacle">Why there is no last day.</param>
/// <param name="Steps">How it was found.</param>
internal sealed record TermEnd(LocalDate? LastDay, RetentionObstacle? Obstacle, ValueList<RetentionStep> Steps)
{
    /// <summary>Applies a term to what is known of an item.</summary>
    public static TermEnd Of(RetentionTerm term, Key<ProcessingActivity> activity, RetentionFacts facts, RetentionCalendar calendar) => term switch
    {
        RetentionTerm.After after => Of(after, facts, calendar),
        RetentionTerm.LatestOf latest => Latest([.. latest.Terms.Select(end => Of(end, facts, calendar))]),
        RetentionTerm.UntilAge until => Of(until, facts),
        RetentionTerm.WhileConsentStands => OfConsent(facts.ConsentTo(activity)),
        RetentionTerm.Indefinitely => Open(new RetentionObstacle.Indefinite()),
        _ => throw new UnreachableException(),
    };

    /// <summary>The end of an activity that rests on consent: with the consent.</summary>
    public static TermEnd OfConsent(ConsentStanding? consent) => consent switch
    {
        null => Open(new RetentionObstacle.ConsentUnknown()),
        { End: { } end } => new TermEnd(end, null, [new RetentionStep.ConsentEnded(end)]),
        _ => Open(new RetentionObstacle.ConsentStands()),
    };

    /// <summary>The end of an activity to which somebody objected.</summary>
    public static TermEnd OfObjection(LocalDate end) => new(end, null, [new RetentionStep.ObjectionUpheld(end)]);

    /// <summary>No end, because nobody can say when, or whether, something happened.</summary>
    public static TermEnd OfUndated(ValueList<Key<RetentionEvent>> events) => Open(new RetentionObstacle.DateMissing(events));

    private static TermEnd Open(RetentionObstacle obstacle, params ReadOnlySpan<RetentionStep> steps) => new(null, obstacle, ValueList.Create(steps));

    private static TermEnd Of(RetentionTerm.After term, RetentionFacts facts, RetentionCalendar calendar)
    {
        if (Start(term, facts) is not var (kind, day, start))
        {
            return Open(new RetentionObstacle.DateMissing(term.Fallback is { } fallback ? [.. term.Events, fallback] : term.Events));
        }

        if (calendar.EndOf(term, day) is not { } lastDay)
        {
            return Open(new RetentionObstacle.BeyondCalendar(kind, day), start);
        }

        List<RetentionStep> steps = [start];
        if (calendar.Anchor(term.Anchor, day) is { } anchored && anchored != day)
        {
            steps.Add(new RetentionStep.Anchored(term.Anchor, anchored));
        }

        if (!term.Period.Equals(Period.Zero))
        {
            steps.Add(new RetentionStep.PeriodAdded(term.Period, lastDay));
        }

        return new TermEnd(lastDay, null, steps.ToValueList());
    }

    private static (Key<RetentionEvent> Kind, LocalDate Day, RetentionStep Step)? Start(RetentionTerm.After term, RetentionFacts facts)
    {
        var happened = from kind in term.Events
                       let day = facts.LastOf(kind)
                       where day is not null
                       orderby day descending
                       select (Kind: kind, Day: day.Value);
        return happened.FirstOrDefault() is { Kind.IsDefault: false } last ? (last.Kind, last.Day, new RetentionStep.EventUsed(last.Kind, last.Day))
            : term.Fallback is { } fallback && facts.LastOf(fallback) is { } on ? (fallback, on, new RetentionStep.FallbackUsed(fallback, on))
            : null;
    }

    // An end whose event did not happen does not count; one that lies beyond the calendar is the latest of all.
    private static TermEnd Latest(TermEnd[] ends)
    {
        TermEnd[] counting = [.. ends.Where(end => end.Obstacle is not RetentionObstacle.DateMissing)];
        if (counting.Length == 0)
        {
            return Open(new RetentionObstacle.DateMissing(
                ends.Select(end => end.Obstacle).OfType<RetentionObstacle.DateMissing>().SelectMany(missing => missing.Events).Distinct().ToValueList()));
        }

        var latest = counting.FirstOrDefault(end => end.LastDay is null) ?? counting.MaxBy(end => end.LastDay)!;
        return latest.LastDay is { } lastDay && counting.Length > 1
            ? latest with { Steps = [.. latest.Steps, new RetentionStep.LatestChosen(counting.Length, lastDay)] }
            : latest;
    }

    private static TermEnd Of(RetentionTerm.UntilAge term, RetentionFacts facts)
    {
        if (facts.LastOf(term.BirthDate) is not { } birthDate)
        {
            return Open(new RetentionObstacle.DateMissing([term.BirthDate]));
        }

        var start = new RetentionStep.EventUsed(term.BirthDate, birthDate);
        return RetentionCalendar.LastDayBelow(term.Age, birthDate) is { } lastDay
            ? new TermEnd(lastDay, null, [start, new RetentionStep.AgeCompleted(term.Age, lastDay)])
            : Open(new RetentionObstacle.BeyondCalendar(term.BirthDate, birthDate), start);
    }
}
