namespace GdprKit;

/// <summary>A kind of personal data, for example e-mail addresses or purchases (Art. 30(1)(c); <c>dpv:PersonalData</c>).</summary>
public sealed record DataCategory : IDeclaration<DataCategory>
{
    /// <inheritdoc/>
    public required Key<DataCategory> Key { get; init; }

    /// <summary>What people call it, in a few words that can stand in the middle of a sentence: "e-mailadres", "e-mail address".</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>What exactly it holds, in one sentence; <see langword="null"/> when the label says enough.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>How far the law protects it beyond the ordinary.</summary>
    /// <value>The builder's and the register file's default is <see cref="DataSensitivity.Ordinary"/>.</value>
    public required DataSensitivity Sensitivity { get; init; }

    /// <summary>
    /// The law that allows or prescribes the use; required for <see cref="DataSensitivity.NationalNumber"/> (art. 46 UAVG)
    /// and <see cref="DataSensitivity.CriminalOffence"/> (Art. 10), else <see langword="null"/>.
    /// </summary>
    public Citation? Law { get; init; }

    /// <summary>The term of the W3C Data Privacy Vocabulary, a kind of personal data, or <see langword="null"/>.</summary>
    public DpvTerm? Term { get; init; }
}
