using NodaTime;

namespace GdprKit;

/// <summary>
/// The days on which a rule applies, for laws that change: half-open, <see cref="From"/> is the first day and
/// <see cref="Until"/> the first day no longer. <c>default</c> is always.
/// </summary>
/// <param name="From">The first day, or <see langword="null"/> for always before <paramref name="Until"/>.</param>
/// <param name="Until">The first day on which the rule no longer applies, or <see langword="null"/> for ever.</param>
public readonly record struct EffectiveInterval(LocalDate? From = null, LocalDate? Until = null)
{
    /// <summary>Whether the rule always applies.</summary>
    public bool IsAlways => From is null && Until is null;

    /// <summary>Whether the rule applies on a day.</summary>
    /// <param name="day">The day in the controller's zone.</param>
    public bool Contains(LocalDate day) => (From is not { } from || day >= from) && (Until is not { } until || day < until);
}
