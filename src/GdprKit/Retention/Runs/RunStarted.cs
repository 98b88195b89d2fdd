namespace GdprKit.Retention;

/// <summary>It began.</summary>
internal sealed record RunStarted;
