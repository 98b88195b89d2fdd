namespace GdprKit.Samples.Crm.Gdpr.History;

/// <summary>An employee made a link to somebody's privacy centre, to be given to that person.</summary>
/// <param name="By">The employee who did it.</param>
public sealed record LinkMade(SubjectRef By);
