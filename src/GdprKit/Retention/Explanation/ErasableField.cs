namespace GdprKit.Retention;

/// <summary>A field of a row of a person who asks for erasure.</summary>
/// <param name="Held">The field, with until when it is kept.</param>
/// <param name="Planned">What becomes of it while its row stays.</param>
/// <param name="HoldsValue">Whether there is anything left in it that could go.</param>
/// <param name="IsReleased">Whether nothing stands against its erasure, but what may protect it for a time.</param>
internal sealed record ErasableField(HeldField Held, PlannedField Planned, bool HoldsValue, bool IsReleased);
