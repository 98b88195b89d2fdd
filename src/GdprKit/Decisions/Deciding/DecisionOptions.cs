using NodaTime;

namespace GdprKit;

/// <summary>How long decisions are remembered.</summary>
public sealed class DecisionOptions
{
    /// <summary>Within which time a decision sees what another instance of the application has recorded, as a withdrawal. What this one records it sees at once.</summary>
    /// <value>From zero, which remembers nothing, to one hour; the default is 5 seconds.</value>
    public Duration SeenElsewhereWithin { get; set; } = Duration.FromSeconds(5);

    /// <summary>About how many people are remembered; about 300 bytes each.</summary>
    /// <value>The default is 100,000.</value>
    public int PeopleRemembered { get; set; } = 100_000;
}
