namespace GdprKit;

/// <summary>
/// One thing the controller does with personal data (Art. 30(1)): what for, on which basis, with which data of which people,
/// who receives them, and for how long they are kept. Consent, decisions and audiences are per activity.
/// </summary>
public sealed record ProcessingActivity : IDeclaration<ProcessingActivity>
{
    /// <inheritdoc/>
    public required Key<ProcessingActivity> Key { get; init; }

    /// <summary>What it is called, in a few words: "Nieuwsbrief", "Newsletter".</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What it is for.</summary>
    public required Purpose Purpose { get; init; }

    /// <summary>Why it is lawful.</summary>
    public required LawfulBasis Basis { get; init; }

    /// <summary>The exception of Art. 9(2); required when a category is special, else <see langword="null"/>.</summary>
    public SpecialCategoryCondition? SpecialCategoryCondition { get; init; }

    /// <summary>
    /// How consent is asked, where it differs from the default; only where <see cref="AsksConsent"/>. <see langword="null"/> for the default.
    /// </summary>
    public ConsentTerms? Consent { get; init; }

    /// <summary>The kinds of people concerned, ordered by key.</summary>
    public required ValueList<Key<SubjectKind>> People { get; init; }

    /// <summary>
    /// Whether it is an information society service that is offered directly to children (Art. 8): then consent of a child below the age
    /// of <c>DigitalConsentAges</c> must come from who holds parental responsibility.
    /// </summary>
    public bool AddressesMinors { get; init; }

    /// <summary>The categories of data used, ordered by key.</summary>
    public required ValueList<Key<DataCategory>> Categories { get; init; }

    /// <summary>The parties that receive data, ordered by key.</summary>
    public ValueList<Key<Recipient>> Recipients { get; init; } = [];

    /// <summary>Where data come from that the person did not give (Art. 14), ordered by name; empty when the person gives them all.</summary>
    public ValueList<DataSource> Sources { get; init; } = [];

    /// <summary>
    /// Whether people must give the data, and what happens when they do not (Art. 13(2)(e)). The builder and the register
    /// file fill in what follows from the basis.
    /// </summary>
    public required DataProvision Provision { get; init; }

    /// <summary>A decision taken by a machine alone (Art. 22), or <see langword="null"/>.</summary>
    public AutomatedDecision? AutomatedDecision { get; init; }

    /// <summary>The channels of direct marketing; empty when the activity is none. Against direct marketing one can always object (Art. 21(2)).</summary>
    public ValueList<MarketingChannel> Marketing { get; init; } = [];

    /// <summary>
    /// Whether an objection can end it: it rests on a task in the public interest or on a legitimate interest (Art. 21(1)), or on consent to direct marketing (Art. 21(2)). What a contract
    /// or a law needs stays needed, whatever else is done with it; then only the marketing ends, which a decision refuses.
    /// </summary>
    internal bool EndsByObjection => Basis is LawfulBasis.PublicTask or LawfulBasis.LegitimateInterest || (Basis is LawfulBasis.Consent && !Marketing.IsEmpty);

    /// <summary>
    /// Whether it relies on the rule for existing customers (art. 13(2) ePrivacy Directive; in the Netherlands art. 11.7(3) Tw): electronic
    /// messages about own similar products to whom the controller sold something, with a way to refuse at the sale and in every message.
    /// </summary>
    public bool SoftOptIn { get; init; }

    /// <summary>How long the data are kept, ordered by key. Every category is covered by at least one rule.</summary>
    public required ValueList<RetentionRule> Retention { get; init; }

    /// <summary>The security measures of this activity where they differ from the register's (Art. 30(1)(g)), or <see langword="null"/>.</summary>
    public LocalizedText? Security { get; init; }

    /// <summary>Where the data protection impact assessment (Art. 35) is kept, or <see langword="null"/>.</summary>
    public string? ImpactAssessment { get; init; }

    /// <summary>Whether people are asked for consent: the basis is consent, or the exception for special categories is (Art. 6(1)(a), 9(2)(a)).</summary>
    public bool AsksConsent => Basis is LawfulBasis.Consent || SpecialCategoryCondition is { Ground: SpecialCategoryGround.ExplicitConsent };

    /// <summary>Whether this is a record that GdprKit keeps itself; its key begins with <c>gdprkit-</c>.</summary>
    public bool IsOwnRecord => Key.ToString().StartsWith(KeySyntax.ReservedPrefix, StringComparison.Ordinal);
}
