namespace GdprKit.Samples.Crm.Gdpr.History;

/// <summary>Somebody was added.</summary>
/// <param name="Through">How.</param>
public sealed record PersonAdded(AddedThrough Through);
