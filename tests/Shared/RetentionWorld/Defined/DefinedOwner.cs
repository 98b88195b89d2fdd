namespace GdprKit.RetentionWorld;

/// <summary>Somebody to whom a row can belong.</summary>
/// <param name="Kind">What kind of person.</param>
/// <param name="IsCertain">Whether every row that leads to somebody leads to one of this kind.</param>
/// <param name="Person">The person, when the row leads to one of this kind.</param>
public sealed record DefinedOwner(Key<SubjectKind> Kind, bool IsCertain, SubjectId? Person);
