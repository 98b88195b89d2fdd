using NodaTime;

namespace GdprKit;

/// <summary>How forms that ask for consent behave.</summary>
public sealed class ConsentFormOptions
{
    /// <summary>How long after it was shown a form is accepted. Older ones are refused, because their words may not be those of today.</summary>
    /// <value>The default is 24 hours.</value>
    public Duration AcceptedFor { get; set; } = Duration.FromHours(24);
}
