using NodaTime;

namespace GdprKit.Samples.Crm.Centre;

/// <summary>What somebody sees in their privacy centre.</summary>
/// <param name="Topics">What they can agree to, in the order of the register; then what it asks no more and they once agreed to.</param>
/// <param name="Marketing">Every use of their data for advertising, whatever it rests on.</param>
/// <param name="ObjectedSince">Since when they want no advertising at all; <see langword="null"/> when they did not say so.</param>
public sealed record CentreView(IReadOnlyList<CentreTopic> Topics, IReadOnlyList<ProcessingActivity> Marketing, Instant? ObjectedSince)
{
    public bool IsObjected => ObjectedSince is not null;

    /// <summary>Whether somebody can be asked, or asked anew because they did not confirm: not who said that they want no advertising, about advertising.</summary>
    public bool CanBeAsked(CentreTopic topic) => topic is { Activity: not null } and ({ IsOn: false } or { IsToBeConfirmed: true }) && !(IsObjected && topic.IsMarketing);
}
