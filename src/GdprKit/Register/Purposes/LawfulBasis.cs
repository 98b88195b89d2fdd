namespace GdprKit;

/// <summary>Why processing is lawful: one of the six bases of Art. 6(1).</summary>
public abstract record LawfulBasis
{
    private LawfulBasis()
    {
    }

    /// <summary>The point of the Regulation: <c>6(1)(a)</c> to <c>6(1)(f)</c>.</summary>
    public abstract string Article { get; }

    /// <summary>The term of the W3C Data Privacy Vocabulary, a legal basis, where a narrower one than the article's is meant; or <see langword="null"/>.</summary>
    public DpvTerm? Term { get; init; }

    /// <summary>The person agreed (Art. 6(1)(a)). Withdrawing is as easy as agreeing, and ends the activity at once.</summary>
    public sealed record Consent : LawfulBasis
    {
        /// <inheritdoc/>
        public override string Article => "6(1)(a)";
    }

    /// <summary>Needed for a contract with the person, or for steps the person asked for before one (Art. 6(1)(b)).</summary>
    public sealed record Contract : LawfulBasis
    {
        /// <inheritdoc/>
        public override string Article => "6(1)(b)";
    }

    /// <summary>Needed to do what a law demands of the controller (Art. 6(1)(c)).</summary>
    /// <param name="Law">The law that demands it (Art. 6(3)).</param>
    public sealed record LegalObligation(Citation Law) : LawfulBasis
    {
        /// <inheritdoc/>
        public override string Article => "6(1)(c)";
    }

    /// <summary>Needed to protect somebody's life (Art. 6(1)(d)).</summary>
    public sealed record VitalInterest : LawfulBasis
    {
        /// <inheritdoc/>
        public override string Article => "6(1)(d)";
    }

    /// <summary>Needed for a task in the public interest or of official authority (Art. 6(1)(e)).</summary>
    /// <param name="Law">The law that lays the task down (Art. 6(3)).</param>
    public sealed record PublicTask(Citation Law) : LawfulBasis
    {
        /// <inheritdoc/>
        public override string Article => "6(1)(e)";
    }

    /// <summary>Needed for an interest of the controller or somebody else that weighs more than the person's (Art. 6(1)(f)).</summary>
    /// <param name="Interest">The interest (Art. 13(1)(d)), as it stands after "ons belang is om …", "our interest is …".</param>
    public sealed record LegitimateInterest(LocalizedText Interest) : LawfulBasis
    {
        /// <summary>Where the written balancing test is kept: a document number or link; <see langword="null"/> warns.</summary>
        public string? BalancingTest { get; init; }

        /// <inheritdoc/>
        public override string Article => "6(1)(f)";
    }
}
