using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Turns a part of a person's key from text into the value that the application's property has.</summary>
internal static class KeyText
{
    /// <summary>The value; <see langword="null"/> when no row can have that key, because the text is no value of the type or not its only form.</summary>
    public static object? Read(string text, IProperty property)
    {
        var converter = property.GetTypeMapping().Converter;
        if (converter is null || IsReadable(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType))
        {
            return SubjectId.TryReadKey(text, property.ClrType, out var value) ? value : null;
        }

        return SubjectId.TryReadKey(text, converter.ProviderClrType, out var stored) ? converter.ConvertFromProvider(stored) : null;
    }

    /// <summary>Whether a value of a type has a text by itself; else that of what the database stores is taken.</summary>
    public static bool IsReadable(Type type) => type == typeof(Guid) || (!type.IsEnum && Type.GetTypeCode(type) is TypeCode.String or (>= TypeCode.SByte and <= TypeCode.UInt64));
}
