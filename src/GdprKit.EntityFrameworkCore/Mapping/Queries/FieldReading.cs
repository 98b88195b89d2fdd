using System.Collections;
using System.Linq.Expressions;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>What is asked of a row for one field, and how the answer becomes the value of the field.</summary>
internal sealed record FieldReading(StoreField Field, Expression Value, Func<object?, object?> Read)
{
    public static FieldReading Of(StoreField field, IEntityType type, Expression row, Dialect dialect)
    {
        var path = field.Property.Path;
        if (RowAccess.JsonItems(row, type, path) is var (items, item, rest))
        {
            ReadOnlyMemory<string> names = rest.Segments.ToArray();
            return new FieldReading(field, items, read => ListOf(Items(read).SelectMany(each => RowAccess.ValuesIn(each, item, names))));
        }

        if (field.Property.IsCollection)
        {
            return new FieldReading(field, RowAccess.Value(row, type, path), read => ListOf(Items(read)));
        }

        // What stands there about somebody is theirs to know, whether or not it is a date.
        var value = ReadValue.Of(RowAccess.Value(row, type, path), RowAccess.Property(type, path), dialect, unreadable: text => text);
        return new FieldReading(field, value.Asked, value.Read);
    }

    private static IEnumerable<object?> Items(object? values) => (values as IEnumerable)?.Cast<object?>() ?? [];

    // Typed as what it is documented to be, and comparable by value.
    private static ValueList<object?> ListOf(IEnumerable<object?> values) => values.ToValueList();
}
