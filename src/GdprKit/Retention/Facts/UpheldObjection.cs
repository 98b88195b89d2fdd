using NodaTime;

namespace GdprKit;

/// <summary>An objection that ended an activity: one that was upheld, or any against direct marketing (Art. 21(1), 21(3)).</summary>
/// <param name="Activity">The activity.</param>
/// <param name="On">The day on which it ended, in the controller's zone.</param>
public sealed record UpheldObjection(Key<ProcessingActivity> Activity, LocalDate On);
