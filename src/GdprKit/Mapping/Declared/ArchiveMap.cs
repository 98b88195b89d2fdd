using System.Linq.Expressions;

namespace GdprKit;

/// <summary>Where a row says that it is archived: out of daily use, and kept only for the law.</summary>
/// <param name="IsArchived">A property of type <see cref="bool"/>, as a function of the entity or of a base of it.</param>
/// <param name="Property">The property.</param>
public sealed record ArchiveMap(LambdaExpression IsArchived, PropertyPath Property);
