using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A field by which people are reached, as one of the values that are read of a row.</summary>
/// <param name="Property">The property; <see langword="null"/> when no map names one.</param>
/// <param name="Place">Its place among the values.</param>
internal sealed record ContactColumn(IProperty? Property, int Place)
{
    /// <summary>The text of what a statement read.</summary>
    public string? OfStored(object stored) => stored is DBNull ? null
        : Property is { ClrType: var type } && type == typeof(string) && Property.GetTypeMapping().Converter is { } converter ? converter.ConvertFromProvider(stored) as string
        : stored as string;

    /// <summary>The text of what Entity Framework Core read: of a type of the host, what is stored for it.</summary>
    public string? OfValue(object? value) => value as string ?? (Property?.GetTypeMapping().Converter?.ConvertToProvider(value) as string);
}
