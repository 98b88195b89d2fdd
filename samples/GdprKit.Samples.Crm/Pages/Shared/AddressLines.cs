using GdprKit.Samples.Crm.Data;

namespace GdprKit.Samples.Crm.Pages;

/// <summary>An address as the lines of an envelope.</summary>
public sealed record AddressLines(string? Street, string? PostalCode, string? City, string? State, string? Country)
{
    public IEnumerable<string> Lines => new[] { Street, Joined(" ", PostalCode, Joined(", ", City, State)), Countries.DisplayName(Country) }.OfType<string>();

    private static string? Joined(string between, params string?[] parts)
    {
        var text = string.Join(between, parts.Where(part => !string.IsNullOrWhiteSpace(part)));
        return text.Length == 0 ? null : text;
    }
}
