namespace GdprKit;

/// <summary>A named party that receives personal data (Art. 4(9), 13(1)(e), 19).</summary>
public sealed record Recipient : IDeclaration<Recipient>
{
    /// <inheritdoc/>
    public required Key<Recipient> Key { get; init; }

    /// <summary>The name of the party. Named, not only a category, because people may ask who exactly (CJEU C-154/21).</summary>
    public required string Name { get; init; }

    /// <summary>In which capacity it gets the data.</summary>
    public required RecipientRole Role { get; init; }

    /// <summary>What it gets the data for, in a few words: "verstuurt onze nieuwsbrief", "sends our newsletter".</summary>
    public required LocalizedText Task { get; init; }

    /// <summary>Where it is established.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>
    /// The transfers to countries outside the European Economic Area, and to international organisations (Art. 44-49).
    /// Required for a recipient that is established there.
    /// </summary>
    public ValueList<Transfer> Transfers { get; init; } = [];
}
