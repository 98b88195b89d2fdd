namespace GdprKit.Samples.Crm.Gdpr.History;

/// <summary>Somebody was removed from the database.</summary>
/// <param name="By">The employee who did it.</param>
public sealed record PersonRemoved(SubjectRef By);
