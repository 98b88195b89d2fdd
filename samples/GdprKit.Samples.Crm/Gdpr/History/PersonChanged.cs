namespace GdprKit.Samples.Crm.Gdpr.History;

/// <summary>Data of somebody were changed. Which kinds of data is a fact; the values are in no entry.</summary>
/// <param name="Categories">The kinds of data, as the register declares them.</param>
/// <param name="By">The employee who did it.</param>
public sealed record PersonChanged(ValueList<Key<DataCategory>> Categories, SubjectRef By);
