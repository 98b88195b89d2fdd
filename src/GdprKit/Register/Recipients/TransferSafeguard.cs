namespace GdprKit;

/// <summary>What makes a transfer outside the European Economic Area lawful (Chapter V).</summary>
public abstract record TransferSafeguard
{
    private TransferSafeguard()
    {
    }

    /// <summary>The article: <c>45</c>, <c>46</c>, <c>47</c> or a point of <c>49(1)</c>.</summary>
    public abstract string Article { get; }

    /// <summary>The Commission decided that the country protects data well enough (Art. 45).</summary>
    /// <param name="Decision">The decision.</param>
    public sealed record AdequacyDecision(Citation Decision) : TransferSafeguard
    {
        /// <inheritdoc/>
        public override string Article => "45";
    }

    /// <summary>Standard clauses of the Commission or an authority (Art. 46(2)(c), (d)).</summary>
    /// <param name="Copy">How people can get a copy (Art. 13(1)(f)).</param>
    public sealed record StandardClauses(LocalizedText Copy) : TransferSafeguard
    {
        /// <inheritdoc/>
        public override string Article => "46(2)(c)";
    }

    /// <summary>Binding rules within a group of companies, approved by an authority (Art. 47).</summary>
    /// <param name="Copy">How people can get a copy (Art. 13(1)(f)).</param>
    public sealed record BindingCorporateRules(LocalizedText Copy) : TransferSafeguard
    {
        /// <inheritdoc/>
        public override string Article => "47";
    }

    /// <summary>Another instrument of Art. 46: a code of conduct, a certification, an arrangement between authorities, clauses an authority authorised.</summary>
    /// <param name="Description">Which instrument.</param>
    /// <param name="Copy">How people can get a copy (Art. 13(1)(f)).</param>
    public sealed record OtherSafeguard(LocalizedText Description, LocalizedText Copy) : TransferSafeguard
    {
        /// <inheritdoc/>
        public override string Article => "46";
    }

    /// <summary>An exception for a specific situation (Art. 49(1), first subparagraph).</summary>
    /// <param name="Ground">Which exception.</param>
    public sealed record Derogation(TransferDerogation Ground) : TransferSafeguard
    {
        /// <inheritdoc/>
        public override string Article => Ground is TransferDerogation.Unspecified ? "49(1)" : $"49(1)({(char)('a' + (int)Ground - 1)})";
    }

    /// <summary>A single transfer for compelling interests (Art. 49(1), second subparagraph), with the safeguards documented for the record (Art. 30(1)(e)).</summary>
    /// <param name="Interest">The compelling interest.</param>
    /// <param name="Safeguards">The suitable safeguards, as documented.</param>
    public sealed record CompellingInterest(LocalizedText Interest, LocalizedText Safeguards) : TransferSafeguard
    {
        /// <inheritdoc/>
        public override string Article => "49(1), second subparagraph";
    }
}
