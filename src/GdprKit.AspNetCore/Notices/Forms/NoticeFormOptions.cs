using NodaTime;

namespace GdprKit;

/// <summary>How forms that offer the privacy notice behave.</summary>
public sealed class NoticeFormOptions
{
    /// <summary>How long after it was shown a form is accepted.</summary>
    /// <value>The default is 24 hours.</value>
    public Duration AcceptedFor { get; set; } = Duration.FromHours(24);
}
