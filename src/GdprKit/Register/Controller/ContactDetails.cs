namespace GdprKit;

/// <summary>How somebody can be reached. At least one of the ways must be given where contact details are required.</summary>
public sealed record ContactDetails
{
    /// <summary>The e-mail address, or <see langword="null"/>.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number in any readable form, or <see langword="null"/>.</summary>
    public string? Phone { get; init; }

    /// <summary>The page to visit; absolute, <c>https</c> or <c>http</c>, or <see langword="null"/>.</summary>
    public Uri? Website { get; init; }

    /// <summary>The postal address, or <see langword="null"/>.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>Whether no way is given at all.</summary>
    public bool IsEmpty => this is { Email: null, Phone: null, Website: null, Address: null };
}
