namespace GdprKit;

/// <summary>A customer of the shop.</summary>
internal sealed record Client(int Id, string? Email, string? Language = null);
