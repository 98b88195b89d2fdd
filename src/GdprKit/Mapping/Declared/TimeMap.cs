using System.Linq.Expressions;

namespace GdprKit;

/// <summary>A stored or computed date or time.</summary>
/// <param name="Value">The date as a function of the entity, or <see langword="null"/> when it is a property known by name only.</param>
/// <param name="Property">The property, or <see langword="null"/> when the date is computed.</param>
/// <param name="Meaning">What it means, as declared; <see cref="TimeMeaning.Unspecified"/> when the type says it.</param>
public sealed record TimeMap(LambdaExpression? Value, PropertyPath? Property, TimeMeaning Meaning);
