namespace GdprKit;

/// <summary>Data going to a country outside the European Economic Area or to an international organisation (Art. 44).</summary>
public sealed record Transfer
{
    /// <summary>The country; <see langword="null"/> for an international organisation.</summary>
    public CountryCode? Country { get; init; }

    /// <summary>The international organisation (Art. 4(26)); <see langword="null"/> for a country.</summary>
    public string? Organisation { get; init; }

    /// <summary>What protects the data there.</summary>
    public required TransferSafeguard Safeguard { get; init; }

    /// <summary>Where the written transfer impact assessment is kept; <see langword="null"/> warns, except under an adequacy decision.</summary>
    public string? Assessment { get; init; }
}
