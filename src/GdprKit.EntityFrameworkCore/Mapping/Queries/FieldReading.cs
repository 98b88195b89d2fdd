using System.Collections;
using System.Linq.Expressions;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>What is asked of a row for one field, and how the answer becomes the value of the field.</summary>
internal sealed record FieldReading(StoreField Field, Expression Value, Func<object?, object?> Read)
{
    public static FieldReading Of(StoreField field, IEntityType type, Expression row)
    {
        var path = field.Property.Path;
        if (RowAccess.JsonItems(row, type, path) is var (items, item, rest))
        {
            ReadOnlyMemory<string> names = rest.Segments.ToArray();
            return new FieldReading(field, items, read => ListOf(Items(read).SelectMany(each => RowAccess.ValuesIn(each, item, names))));
        }

        return new FieldReading(field, RowAccess.Value(row, type, path), field.Property.IsCollection ? read => ListOf(Items(read)) : read => read);
    }

    private static IEnumerable<object?> Items(object? values) => (values as IEnumerable)?.Cast<object?>() ?? [];

    // Typed as what it is documented to be, and comparable by value.
    private static ValueList<object?> ListOf(IEnumerable<object?> values) => values.ToValueList();
}
