namespace GdprKit;

/// <summary>A request, with whose it is.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Request">The request.</param>
/// <param name="Person">Whose it is; <see langword="null"/> while nobody knows, or when the link to the person is gone.</param>
/// <param name="IsOverdue">Whether it should have been answered by now.</param>
public sealed record ListedRightsRequest(RightsRequest Request, SubjectId? Person, bool IsOverdue);
