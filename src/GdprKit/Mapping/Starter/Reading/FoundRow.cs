namespace GdprKit.Mapping;

/// <summary>An entity whose rows belong to people.</summary>
/// <param name="Owners">The references that lead to them, directly or over other rows; one or more.</param>
/// <param name="Follows">Whether what refers to such a row belongs to the same people; not for what several people share, as an address.</param>
internal sealed record FoundRow(ValueList<ReferenceDescription> Owners, bool Follows);
