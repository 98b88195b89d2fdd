using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Turns a part of a person's key from text into the value that the application's property has.</summary>
internal static class KeyText
{
    /// <summary>The value; <see langword="null"/> when no row can have that key, because the text is no value of the type or not its only form.</summary>
    public static object? Read(string text, IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (IsReadable(type))
        {
            return Read(text, type);
        }

        return property.GetTypeMapping().Converter is { } converter && Read(text, Nullable.GetUnderlyingType(converter.ProviderClrType) ?? converter.ProviderClrType) is { } stored
            ? converter.ConvertFromProvider(stored)
            : null;
    }

    private static bool IsReadable(Type type) => type == typeof(Guid) || (!type.IsEnum && Type.GetTypeCode(type) is TypeCode.String or (>= TypeCode.SByte and <= TypeCode.UInt64));

    private static object? Read(string text, Type type)
    {
        if (type == typeof(Guid))
        {
            return Guid.TryParseExact(text, "D", out var guid) && guid.ToString() == text ? guid : null;
        }

        try
        {
            var value = Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
            return Convert.ToString(value, CultureInfo.InvariantCulture) == text ? value : null;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException)
        {
            return null;
        }
    }
}
