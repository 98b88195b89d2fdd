using System.Diagnostics.CodeAnalysis;

namespace GdprKit;

public sealed partial record SupervisoryAuthority
{
    /// <summary>What the builder holds until one is declared or found by country.</summary>
    internal static SupervisoryAuthority Undeclared { get; } = new("", new Uri("about:blank"));

    /// <summary>The national authority of a country, where GdprKit knows it.</summary>
    /// <param name="country">The country.</param>
    /// <param name="authority">The authority, or <see langword="null"/>.</param>
    public static bool TryFind(CountryCode country, [NotNullWhen(true)] out SupervisoryAuthority? authority)
    {
        authority = country.Code == "NL" ? new SupervisoryAuthority("Autoriteit Persoonsgegevens", new Uri("https://www.autoriteitpersoonsgegevens.nl")) : null;
        return authority is not null;
    }
}
