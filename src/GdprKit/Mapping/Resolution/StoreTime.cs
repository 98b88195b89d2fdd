using System.Linq.Expressions;

namespace GdprKit.Mapping;

/// <summary>A date or time of a row that a store can find.</summary>
/// <param name="Value">The date as a function of the entity or a base of it, or <see langword="null"/> when <paramref name="Property"/> says it.</param>
/// <param name="Property">The stored property, or <see langword="null"/> when the date is computed.</param>
/// <param name="Type">The type of the date; nullable value types as themselves.</param>
/// <param name="Meaning">What it means; never <see cref="TimeMeaning.Unspecified"/>.</param>
public sealed record StoreTime(LambdaExpression? Value, PropertyPath? Property, Type Type, TimeMeaning Meaning);
