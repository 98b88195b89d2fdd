using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A field by which people are reached, as one of the values that are read of a row.</summary>
/// <param name="Property">The property; <see langword="null"/> when no map names one.</param>
/// <param name="Place">Its place among the values.</param>
internal sealed record ContactColumn(IProperty? Property, int Place)
{
    /// <summary>The text of what a statement read, whatever its type; <see langword="null"/> where it cannot be read.</summary>
    public string? OfAnyStored(object stored)
    {
        if (stored is DBNull or string || Property?.GetTypeMapping().Converter is not { } converter)
        {
            return stored is string ? OfStored(stored).Text : stored is DBNull ? null : Convert.ToString(stored, CultureInfo.InvariantCulture);
        }

        try
        {
            return Convert.ToString(converter.ConvertFromProvider(stored), CultureInfo.InvariantCulture);
        }
#pragma warning disable CA1031 // A converter of the host that fails on one row must not hide the people of the others.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
#pragma warning restore CA1031
    }

    /// <summary>The text of what a statement read: of a type of the host what is stored for it, of a text what its converter makes of that.</summary>
    /// <returns>The text, and whether it could be read.</returns>
    public (string? Text, bool IsRead) OfStored(object stored)
    {
        if (stored is DBNull || Property is not { } property)
        {
            return (null, true);
        }

        if (property.ClrType != typeof(string) || property.GetTypeMapping().Converter is not { } converter)
        {
            return (stored as string, true);
        }

        try
        {
            return (converter.ConvertFromProvider(stored) as string, true);
        }
#pragma warning disable CA1031 // A converter of the host that fails on one row, such as a key that is gone, must not hide the people of the others.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (null, false);
        }
#pragma warning restore CA1031
    }
}
