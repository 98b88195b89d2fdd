using NodaTime;

namespace GdprKit.Samples.Crm.Gdpr.History;

/// <summary>Somebody was sent a mail in which to confirm what they agreed to.</summary>
/// <param name="Activity">What they agreed to.</param>
/// <param name="Until">From when its link does not work any more.</param>
public sealed record ConfirmationMailed(Key<ProcessingActivity> Activity, Instant Until);
