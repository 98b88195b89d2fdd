namespace GdprKit.Mapping;

/// <summary>A proposed map.</summary>
/// <param name="Entity">The entity it is about.</param>
/// <param name="Calls">The calls, in order.</param>
internal sealed record MapDraft(EntityDescription Entity, ValueList<MapCall> Calls);
