using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// What is asked of a row for a value, and how the answer becomes the value. A database can hold a text or a number that is no value of
/// the type that a property has; whoever reads it as that type gets an exception that quotes it, and Entity Framework Core writes
/// that into the log of the host. So such a value is read as what is stored.
/// </summary>
/// <param name="Asked">What is asked.</param>
/// <param name="Read">Makes the value of the answer.</param>
internal sealed record ReadValue(Expression Asked, Func<object?, object?> Read)
{
    /// <summary>A value that comes from a property.</summary>
    /// <param name="value">The value; nullable.</param>
    /// <param name="property">The property; <see langword="null"/> when nobody can tell.</param>
    /// <param name="dialect">The database.</param>
    /// <param name="unreadable">What stands for a text or a number that is no value.</param>
    public static ReadValue Of(Expression value, IProperty? property, Dialect dialect, Func<object, object> unreadable)
    {
        if (MappingOf(value, property) is not { } mapping)
        {
            return new ReadValue(value, answer => answer);
        }

        if (StoredText.Of(mapping, dialect) is { } text)
        {
            return new ReadValue(AsStored(value, typeof(string)), answer => answer is string written ? text.Parse(written) ?? unreadable(written) : null);
        }

        return StoredNumber.Of(mapping) is { } number
            ? new ReadValue(AsStored(value, number.Type), answer => answer is null ? null : number.Read(answer) ?? unreadable(answer))
            : new ReadValue(value, answer => answer);
    }

    private static UnaryExpression AsStored(Expression value, Type type) => Expression.Convert(Expression.Convert(value, typeof(object)), type);

    // A document of JSON is taken apart by the database, no list is one text, and what is computed may be something else.
    private static RelationalTypeMapping? MappingOf(Expression value, IProperty? property) =>
        property?.FindRelationalTypeMapping() is { ElementTypeMapping: null } mapping
        && !property.DeclaringType.IsMappedToJson()
        && Named(value.Type) == Named(property.ClrType)
            ? mapping
            : null;

    private static Type Named(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
