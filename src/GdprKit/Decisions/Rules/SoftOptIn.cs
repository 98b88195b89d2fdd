namespace GdprKit;

/// <summary>
/// Whether the rule for existing customers holds for a person, under which electronic marketing needs no consent (art. 13(2) ePrivacy
/// Directive, art. 11.7 lid 3 Telecommunicatiewet). All five conditions must hold; each is <see langword="false"/> until somebody says otherwise.
/// </summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record SoftOptIn
{
    /// <summary>The one who sends is the legal entity that got the address, and not a sister company.</summary>
    public bool IsSameLegalEntity { get; init; }

    /// <summary>The address was got when something was sold to the person.</summary>
    public bool IsFromSale { get; init; }

    /// <summary>The message is about own products or services that are similar.</summary>
    public bool IsAboutOwnSimilarProducts { get; init; }

    /// <summary>The person could refuse, easily and free of charge, when the address was got.</summary>
    public bool WasOptOutOfferedAtCollection { get; init; }

    /// <summary>The person can refuse, easily and free of charge, in every message.</summary>
    public bool IsOptOutInEveryMessage { get; init; }

    /// <summary>Whether all five hold.</summary>
    public bool IsComplete => IsSameLegalEntity && IsFromSale && IsAboutOwnSimilarProducts && WasOptOutOfferedAtCollection && IsOptOutInEveryMessage;
}
