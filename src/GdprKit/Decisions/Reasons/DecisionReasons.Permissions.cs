namespace GdprKit;

public static partial class DecisionReasons
{
    /// <summary>The person consented.</summary>
    public static DecisionReason ConsentGiven { get; } = Permits(
        DecisionMessages.ConsentGiven,
        "consent-given",
        "Art. 6(1)(a)",
        nl: "Deze persoon heeft toestemming gegeven.",
        en: "This person gave consent.");

    /// <summary>The consent stood at the moment asked about; it has ended since.</summary>
    public static DecisionReason ConsentStoodThen { get; } = Permits(
        DecisionMessages.ConsentStoodThen,
        "consent-stood-then",
        "Art. 7(3)",
        nl: "Op dat moment gold de toestemming nog.",
        en: "At that moment the consent still stood.");

    /// <summary>A contract needs it.</summary>
    public static DecisionReason Contract { get; } = Permits(
        DecisionMessages.Contract,
        "contract",
        "Art. 6(1)(b)",
        nl: "Het is nodig voor een overeenkomst met deze persoon.",
        en: "It is needed for a contract with this person.");

    /// <summary>A law demands it.</summary>
    public static DecisionReason LegalObligation { get; } = Permits(
        DecisionMessages.LegalObligation,
        "legal-obligation",
        "Art. 6(1)(c)",
        nl: "De wet vraagt erom.",
        en: "The law demands it.");

    /// <summary>A vital interest needs it.</summary>
    public static DecisionReason VitalInterest { get; } = Permits(
        DecisionMessages.VitalInterest,
        "vital-interest",
        "Art. 6(1)(d)",
        nl: "Het is nodig om iemands leven te beschermen.",
        en: "It is needed to protect somebody's life.");

    /// <summary>A public task needs it.</summary>
    public static DecisionReason PublicTask { get; } = Permits(
        DecisionMessages.PublicTask,
        "public-task",
        "Art. 6(1)(e)",
        nl: "Het is nodig voor een taak van algemeen belang.",
        en: "It is needed for a task in the public interest.");

    /// <summary>A legitimate interest carries it, and nobody objected.</summary>
    public static DecisionReason LegitimateInterest { get; } = Permits(
        DecisionMessages.LegitimateInterest,
        "legitimate-interest",
        "Art. 6(1)(f)",
        nl: "Ons belang weegt zwaarder, en deze persoon heeft geen bezwaar gemaakt.",
        en: "Our interest weighs more, and this person has not objected.");

    /// <summary>All five conditions of the rule for existing customers hold.</summary>
    public static DecisionReason ExistingCustomer { get; } = Permits(
        DecisionMessages.ExistingCustomer,
        "existing-customer",
        "art. 13(2) ePrivacy; art. 11.7 lid 3 Tw",
        nl: "Deze persoon is klant, kon zich afmelden en deed dat niet.",
        en: "This person is a customer, could opt out and did not.");

    /// <summary>The person objected, and compelling grounds are documented.</summary>
    public static DecisionReason ObjectionOverridden { get; } = Permits(
        DecisionMessages.ObjectionOverridden,
        "objection-overridden",
        "Art. 21(1)",
        nl: "Deze persoon heeft bezwaar gemaakt; vastgesteld is dat onze dwingende gronden zwaarder wegen.",
        en: "This person objected; it was found that our compelling grounds weigh more.");

    /// <summary>A restriction stands, and the use is exempt from it.</summary>
    public static DecisionReason RestrictionExempt { get; } = Permits(
        DecisionMessages.RestrictionExempt,
        "restriction-exempt",
        "Art. 18(2)",
        nl: "De gegevens zijn beperkt, maar mogen hiervoor wel worden gebruikt.",
        en: "The data are restricted, and may be used for this all the same.");

    /// <summary>A restriction or an open objection stands, and the data are only stored.</summary>
    public static DecisionReason StoringOnly { get; } = Permits(
        DecisionMessages.StoringOnly,
        "storing-only",
        "Art. 18(1)(d), 18(2)",
        nl: "De gegevens worden alleen bewaard, en dat mag.",
        en: "The data are only kept, and that is allowed.");
}
