using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GdprKit.EntityFrameworkCore;

/// <summary>How the number of a column becomes the value of its property, by a converter of the host, but without an exception.</summary>
internal sealed class StoredNumber
{
    private readonly ValueConverter _converter;

    private StoredNumber(Type stored, ValueConverter converter) => (Type, _converter) = (typeof(Nullable<>).MakeGenericType(stored), converter);

    /// <summary>The type of what is stored; nullable.</summary>
    public Type Type { get; }

    /// <summary>How a column keeps its values as numbers; <see langword="null"/> when it keeps none, or any number is a value.</summary>
    public static StoredNumber? Of(RelationalTypeMapping mapping)
    {
        var stored = Nullable.GetUnderlyingType(mapping.Converter?.ProviderClrType ?? typeof(void)) ?? mapping.Converter?.ProviderClrType;
        return stored is not null && IsNumber(stored) && !IsEnum(mapping.ClrType) ? new StoredNumber(stored, mapping.Converter!) : null;
    }

    /// <summary>The value of a number; <see langword="null"/> when it is none.</summary>
    public object? Read(object stored)
    {
#pragma warning disable CA1031 // A converter of the host says so of a number that it does not know, by whatever exception it has, and quotes it.
        try
        {
            return _converter.ConvertFromProvider(stored);
        }
        catch
        {
            return null;
        }
#pragma warning restore CA1031
    }

    private static bool IsNumber(Type type) => type == typeof(short) || type == typeof(int) || type == typeof(long);

    // Of an enum every number is a value.
    private static bool IsEnum(Type type) => (Nullable.GetUnderlyingType(type) ?? type).IsEnum;
}
