namespace GdprKit;

/// <summary>
/// How long an activity keeps data (Art. 5(1)(e)): from when, how long, whether that is a minimum or a maximum, what happens
/// then, and on whose authority.
/// </summary>
public sealed record RetentionRule : IDeclaration<RetentionRule>
{
    /// <summary>
    /// The name of the rule, unique in the register. The builder and the register file give the activity's key to its only rule;
    /// several rules are named.
    /// </summary>
    public required Key<RetentionRule> Key { get; init; }

    /// <summary>The categories of the activity it is about, ordered by key; empty for all of them.</summary>
    public ValueList<Key<DataCategory>> Categories { get; init; } = [];

    /// <summary>When the period ends.</summary>
    public required RetentionTerm Term { get; init; }

    /// <summary>Whether data must be kept until then, must be gone after it, or both.</summary>
    /// <value>The builder's and the register file's default is <see cref="RetentionSide.Both"/>.</value>
    public required RetentionSide Side { get; init; }

    /// <summary>What happens to the data when the period has ended.</summary>
    /// <value>The builder's and the register file's default is <see cref="DisposalAction.Delete"/>.</value>
    public required DisposalAction Then { get; init; }

    /// <summary>On whose authority the period is what it is.</summary>
    /// <value>The builder's and the register file's default is <see cref="RetentionStrength.Own"/>.</value>
    public required RetentionStrength Strength { get; init; }

    /// <summary>The law or guideline; required unless the strength is <see cref="RetentionStrength.Own"/>.</summary>
    public Citation? Source { get; init; }

    /// <summary>When the rule applies, where a law changes; by default always.</summary>
    public EffectiveInterval Effective { get; init; }
}
