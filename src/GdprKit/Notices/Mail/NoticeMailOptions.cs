using NodaTime;

namespace GdprKit;

/// <summary>How people are told by mail.</summary>
/// <remarks>Not safe for use by several threads while it is changed.</remarks>
public sealed class NoticeMailOptions
{
    /// <summary>The words.</summary>
    /// <value>The default is <see cref="NoticeMailTemplate.Default"/>, in Dutch and English.</value>
    public NoticeMailTemplate Template { get; set; } = NoticeMailTemplate.Default;

    /// <summary>The domain behind the <c>@</c> of every Message-ID; <see langword="null"/>, the default, for that of the controller's mail address.</summary>
    public string? MessageIdDomain { get; set; }

    /// <summary>How long the link in a mail serves to say that it was read.</summary>
    /// <value>The default is 90 days.</value>
    public Duration LinkValidFor { get; set; } = Duration.FromDays(90);

    /// <summary>After how long a mail that could not be handed over is tried again, first, second and so on; after the last it is given up.</summary>
    /// <value>The default is 10 minutes, 1 hour, 6 hours, 1 day, 2 days.</value>
    public ValueList<Duration> RetryAfter { get; set; } = [Duration.FromMinutes(10), Duration.FromHours(1), Duration.FromHours(6), Duration.FromDays(1), Duration.FromDays(2)];
}
