namespace GdprKit;

public static partial class DecisionReasons
{
    /// <summary>No lawful basis is declared.</summary>
    public static DecisionReason NoBasis { get; } = Denies(
        DecisionMessages.NoBasis,
        "no-basis",
        "Art. 6(1)",
        nl: "Voor deze activiteit is geen grondslag vastgelegd, dus mag er niets.",
        en: "No lawful basis is declared for this activity, so nothing is allowed.");

    /// <summary>The person refused or withdrew consent before the activity was given another basis.</summary>
    public static DecisionReason BasisSwapped { get; } = Denies(
        DecisionMessages.BasisSwapped,
        "basis-swapped",
        "Art. 5(1)(a), 7(3)",
        nl: "Voor deze activiteit is eerder toestemming gevraagd, en die is er niet meer of is er nooit gekomen. Een andere grondslag verandert dat antwoord niet.",
        en: "Consent was asked for this activity before, and it has ended or was never given. Another basis does not change that answer.");

    /// <summary>The person objected to direct marketing.</summary>
    public static DecisionReason ObjectionToMarketing { get; } = Denies(
        DecisionMessages.ObjectionToMarketing,
        "objection-to-marketing",
        "Art. 21(3)",
        nl: "Deze persoon heeft bezwaar gemaakt tegen reclame. Dan mag het niet, wat de reden er ook voor is.",
        en: "This person objected to direct marketing. Then it is not allowed, whatever the reason for it.");

    /// <summary>The person objected, and no compelling grounds are documented.</summary>
    public static DecisionReason ObjectionStanding { get; } = Denies(
        DecisionMessages.ObjectionStanding,
        "objection-standing",
        "Art. 21(1)",
        nl: "Deze persoon heeft bezwaar gemaakt, en er is niet vastgesteld dat ons belang zwaarder weegt.",
        en: "This person objected, and it was not found that our interest weighs more.");

    /// <summary>A restriction stands.</summary>
    public static DecisionReason Restricted { get; } = Denies(
        DecisionMessages.Restricted,
        "restricted",
        "Art. 18(2)",
        nl: "De gegevens van deze persoon zijn beperkt: ze worden bewaard, maar niet gebruikt.",
        en: "The data of this person are restricted: they are kept, and not used.");

    /// <summary>The address is on the suppression list.</summary>
    public static DecisionReason Suppressed { get; } = Denies(
        DecisionMessages.Suppressed,
        "suppressed",
        "Art. 21(3)",
        nl: "Dit adres staat op de lijst van wie geen reclame wil.",
        en: "This address is on the list of those who want no marketing.");

    /// <summary>The person was not told of the purpose yet.</summary>
    public static DecisionReason NotTold { get; } = Denies(
        DecisionMessages.NotTold,
        "not-told",
        "Art. 13(3), 14(4)",
        nl: "Deze persoon is nog niet verteld dat de gegevens hiervoor worden gebruikt.",
        en: "This person was not told yet that the data are used for this.");
}
