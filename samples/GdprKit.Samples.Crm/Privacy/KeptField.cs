namespace GdprKit.Samples.Crm.Privacy;

/// <summary>A field of a row that is kept of a person.</summary>
/// <param name="Row">The row, which tells it from others of its table.</param>
/// <param name="Property">The field.</param>
/// <param name="Value">What it holds, or nothing.</param>
/// <param name="Retention">Until when, and why.</param>
public sealed record KeptField(HeldRow Row, PropertyPath Property, object? Value, FieldRetention Retention);
