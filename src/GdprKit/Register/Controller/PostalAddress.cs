namespace GdprKit;

/// <summary>Where letters go.</summary>
/// <param name="Street">Street and number, or a post-office box.</param>
/// <param name="PostalCode">The postal code, as written in its country.</param>
/// <param name="City">The town.</param>
/// <param name="Country">The country.</param>
public sealed record PostalAddress(string Street, string PostalCode, string City, CountryCode Country);
