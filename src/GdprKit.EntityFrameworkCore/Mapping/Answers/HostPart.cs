using System.Linq.Expressions;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>What a map says in its own words among the questions about a row: a function, or a date of a type that the host chose.</summary>
/// <param name="Type">The entity that it is about.</param>
/// <param name="Function">The function, or <see langword="null"/> when <paramref name="Property"/> holds the date.</param>
/// <param name="Property">The stored date, or <see langword="null"/>.</param>
/// <param name="Question">A question about the row in which it stands.</param>
internal sealed record HostPart(IEntityType Type, LambdaExpression? Function, PropertyPath? Property, RowRequest Question)
{
    /// <summary>Whether another part says the same, whatever is asked of it.</summary>
    public bool IsSameAs(HostPart other) => Type == other.Type && ReferenceEquals(Function, other.Function) && Property == other.Property;

    /// <summary>As the map has it: <c>c =&gt; c.Name.Length</c>, <c>Customer.LastSeen</c>.</summary>
    public override string ToString() => Function?.ToString() ?? $"{Type.ShortName()}.{Property}";
}
