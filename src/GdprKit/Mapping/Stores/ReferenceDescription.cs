namespace GdprKit.Mapping;

/// <summary>How a row leads to rows of another entity: the values of some of its properties are those of properties there.</summary>
/// <param name="Navigation">The member that leads there, or <see langword="null"/> when the class has none.</param>
/// <param name="Properties">The properties here, in order.</param>
/// <param name="Target">The name of the other entity.</param>
/// <param name="TargetProperties">The properties there, as many and in the same order.</param>
/// <param name="IsForeignKey">Whether this row refers to the other; else the other refers to this one.</param>
public sealed record ReferenceDescription(
    PropertyPath? Navigation,
    ValueList<PropertyPath> Properties,
    string Target,
    ValueList<PropertyPath> TargetProperties,
    bool IsForeignKey)
{
    /// <summary>What becomes of the row that refers when the row it refers to goes.</summary>
    /// <value>The default is <see cref="ReferenceDeletion.Unspecified"/>, which is treated as <see cref="ReferenceDeletion.Restrict"/>.</value>
    public ReferenceDeletion OnDelete { get; init; }
}
