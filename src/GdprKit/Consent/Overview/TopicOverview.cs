namespace GdprKit;

/// <summary>How many people agreed to one thing.</summary>
/// <remarks>Immutable, compared by value. Safe for use by several threads.</remarks>
/// <param name="Topic">What they were asked.</param>
/// <param name="Today">How many people are in which state; only states in which somebody is, in the order of <see cref="ConsentStatus"/>.</param>
/// <param name="Months">The last months, the oldest first, the current one last.</param>
public sealed record TopicOverview(ConsentTopic Topic, ValueList<ConsentCount> Today, ValueList<ConsentMonth> Months)
{
    /// <summary>How many people are in a state.</summary>
    /// <param name="status">The state.</param>
    public long In(ConsentStatus status) => Today.FirstOrDefault(count => count.Status == status)?.People ?? 0;
}
