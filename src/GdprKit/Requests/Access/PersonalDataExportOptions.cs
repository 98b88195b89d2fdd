using NodaTime;

namespace GdprKit;

/// <summary>How exports are kept for who fetches them.</summary>
/// <remarks>Not safe for use by several threads while it is changed.</remarks>
public sealed class PersonalDataExportOptions
{
    /// <summary>How long an export can be fetched; then it is removed.</summary>
    /// <value>From one hour to 90 days; the default is 14 days: long enough to be away for a week, short enough that a lost link does little harm (Art. 5(1)(e)).</value>
    public Duration KeptFor { get; set; } = Duration.FromDays(14);

    internal bool IsPossible => KeptFor >= Duration.FromHours(1) && KeptFor <= Duration.FromDays(90);
}
