using NodaTime;

namespace GdprKit;

/// <summary>
/// Everything that decides whether personal data may be processed, in one value: what the register declares, what the ledger knows of the
/// person, and what is to be done. <see cref="ProcessingRules.Judge"/> judges it.
/// </summary>
/// <remarks>
/// A fact that is not given has the value that the member names; where none is named it is the one that protects the person. Immutable.
/// Safe for use by several threads.
/// </remarks>
public sealed record ProcessingSituation
{
    /// <summary>Why the activity is lawful; <see langword="null"/> when no basis is declared, and then nothing is permitted.</summary>
    public LawfulBasis? Basis { get; init; }

    /// <summary>The basis under which the person was asked before, where the activity had another one; else <see langword="null"/>.</summary>
    public LawfulBasis? FormerBasis { get; init; }

    /// <summary>Whether it is direct marketing.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsDirectMarketing { get; init; }

    /// <summary>What is to be done.</summary>
    /// <value>The default is <see cref="ProcessingOperation.Use"/>.</value>
    public ProcessingOperation Operation { get; init; } = ProcessingOperation.Use;

    /// <summary>The channel over which a message is to be sent; <see langword="null"/> when it is not about a message.</summary>
    public MarketingChannel? Channel { get; init; }

    /// <summary>Whether the activity declares the channel; asked of direct marketing only.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool IsChannelDeclared { get; init; } = true;

    /// <summary>The moment about which is asked, which can lie in the past; <see langword="null"/> for now.</summary>
    public Instant? At { get; init; }

    /// <summary>What is known of the person's consent; <see langword="null"/> when none was ever asked.</summary>
    public ConsentFacts? Consent { get; init; }

    /// <summary>What became of an objection; <see langword="null"/> when the person has raised none.</summary>
    public ObjectionStatus? Objection { get; init; }

    /// <summary>Whether a restriction stands (Art. 18).</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsRestricted { get; init; }

    /// <summary>For what the data may be used although restricted; <see langword="null"/> for nothing.</summary>
    public RestrictionExemption? Exemption { get; init; }

    /// <summary>Whether the address is on the suppression list; asked of direct marketing only.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsSuppressed { get; init; }

    /// <summary>Whether the person was told of the purpose (Art. 13(3), 14(4)).</summary>
    /// <value>The default is <see langword="true"/>; <see langword="false"/> where a purpose was added later and the notice that names it was not sent yet.</value>
    public bool IsToldOfPurpose { get; init; } = true;

    /// <summary>Whether special categories of data are used (Art. 9(1)).</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool UsesSpecialCategories { get; init; }

    /// <summary>The declared exception of Art. 9(2); <see langword="null"/> for none.</summary>
    public SpecialCategoryGround? SpecialCategoryGround { get; init; }

    /// <summary>Whether data about criminal convictions and offences are used (Art. 10).</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool UsesCriminalOffences { get; init; }

    /// <summary>Whether a national identification number is used (Art. 87).</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool UsesNationalNumbers { get; init; }

    /// <summary>Whether a law is named that allows criminal-offence data or a national number to be used.</summary>
    public bool IsAllowedByLaw { get; init; }

    /// <summary>Whether the activity is an information society service offered directly to children, so that age counts (Art. 8).</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AddressesMinors { get; init; }

    /// <summary>The age of the person in years; <see langword="null"/> when it is not known.</summary>
    public int? SubjectAge { get; init; }

    /// <summary>From which age on people consent by themselves, in the member state of the person.</summary>
    /// <value>The default is 16, the highest that Art. 8(1) knows.</value>
    public int AgeOfConsent { get; init; } = 16;

    /// <summary>What is known of the rule for existing customers; <see langword="null"/> when the activity does not rely on it.</summary>
    public SoftOptIn? SoftOptIn { get; init; }

    /// <summary>Whether the data stay where they are, and nothing else happens to them.</summary>
    internal bool IsStoringOnly => Operation is ProcessingOperation.Store;
}
