using NodaTime;

namespace GdprKit.Retention;

/// <summary>What laws demand an activity to keep of an item.</summary>
/// <param name="Rules">The rules that demand it.</param>
/// <param name="Outcome">Until when.</param>
internal sealed record StatutoryDemand(ValueList<RetentionRule> Rules, RetentionOutcome Outcome)
{
    /// <summary>Whether a law in force on a day demands that the item is kept on it.</summary>
    public bool StandsOn(LocalDate day) => Rules.Any(rule => rule.Effective.Contains(day)) && !(Outcome.Release <= ReleaseMoment.SweepOf(day));
}
