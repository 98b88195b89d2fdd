using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// What is asked of a row for a value, and how the answer becomes the value. A database that keeps texts can hold one that is no value of
/// the type that a property has; whoever reads it as that type gets an exception that quotes it, and Entity Framework Core writes
/// that into the log of the host. So such a text is read as what it is.
/// </summary>
/// <param name="Asked">What is asked.</param>
/// <param name="Read">Makes the value of the answer.</param>
internal sealed record ReadValue(Expression Asked, Func<object?, object?> Read)
{
    /// <summary>A value that comes from a property.</summary>
    /// <param name="value">The value; nullable.</param>
    /// <param name="property">The property; <see langword="null"/> when nobody can tell.</param>
    /// <param name="dialect">The database.</param>
    /// <param name="unreadable">What stands for a text that is no value.</param>
    public static ReadValue Of(Expression value, IProperty? property, Dialect dialect, Func<string, object> unreadable) => TextOf(value, property, dialect) is { } text
        ? new ReadValue(
            Expression.Convert(Expression.Convert(value, typeof(object)), typeof(string)),
            answer => answer is string written ? text.Parse(written) ?? unreadable(written) : null)
        : new ReadValue(value, answer => answer);

    // A document of JSON is taken apart by the database, no list is one text, and what is computed may be something else.
    private static StoredText? TextOf(Expression value, IProperty? property, Dialect dialect) =>
        property?.FindRelationalTypeMapping() is { ElementTypeMapping: null } mapping
        && !property.DeclaringType.IsMappedToJson()
        && Named(value.Type) == Named(property.ClrType)
            ? StoredText.Of(mapping, dialect)
            : null;

    private static Type Named(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
