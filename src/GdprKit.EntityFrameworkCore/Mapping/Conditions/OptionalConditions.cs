using System.Linq.Expressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Joins conditions of which some are not needed.</summary>
internal static class OptionalConditions
{
    /// <summary>That all of several conditions are met; <see langword="null"/> when none is needed.</summary>
    /// <param name="conditions">The conditions; <see langword="null"/> stands for one that is not needed.</param>
    public static Expression? All(params IEnumerable<Expression?> conditions) =>
        conditions.Aggregate((all, one) => all is null ? one : one is null ? all : Expression.AndAlso(all, one));
}
