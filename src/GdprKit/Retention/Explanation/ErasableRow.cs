namespace GdprKit.Retention;

/// <summary>A row of a person who asks for erasure.</summary>
/// <param name="Row">The row, with until when each of its fields is kept.</param>
/// <param name="Goes">Whether the whole row goes now, unless something protects it.</param>
/// <param name="Fields">Its fields, in the same order.</param>
internal sealed record ErasableRow(HeldRow Row, bool Goes, ValueList<ErasableField> Fields);
