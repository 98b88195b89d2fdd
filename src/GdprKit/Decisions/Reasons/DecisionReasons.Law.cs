namespace GdprKit;

public static partial class DecisionReasons
{
    /// <summary>Special categories are used without an exception of Art. 9(2).</summary>
    public static DecisionReason SpecialCategoryWithoutGround { get; } = Denies(
        DecisionMessages.SpecialCategoryWithoutGround,
        "special-category-without-ground",
        "Art. 9(1)",
        nl: "Het gaat om bijzondere persoonsgegevens, en er is geen uitzondering op het verbod.",
        en: "These are special categories of personal data, and there is no exception to the prohibition.");

    /// <summary>Special categories are used with consent that is not explicit.</summary>
    public static DecisionReason ConsentNotExplicit { get; } = Denies(
        DecisionMessages.ConsentNotExplicit,
        "consent-not-explicit",
        "Art. 9(2)(a)",
        nl: "Voor bijzondere persoonsgegevens moet toestemming uitdrukkelijk zijn gegeven, en dat is zij niet.",
        en: "Special categories of personal data need explicit consent, and this one is not.");

    /// <summary>Criminal-offence data are used without a law.</summary>
    public static DecisionReason CriminalOffenceWithoutLaw { get; } = Denies(
        DecisionMessages.CriminalOffenceWithoutLaw,
        "criminal-offence-without-law",
        "Art. 10",
        nl: "Het gaat om strafrechtelijke gegevens, en geen wet staat dit gebruik toe.",
        en: "These are data about criminal offences, and no law allows this use.");

    /// <summary>A national number is used without a law.</summary>
    public static DecisionReason NationalNumberWithoutLaw { get; } = Denies(
        DecisionMessages.NationalNumberWithoutLaw,
        "national-number-without-law",
        "Art. 87; art. 46 UAVG",
        nl: "Het gaat om een nationaal identificatienummer, en geen wet schrijft dit gebruik voor.",
        en: "This is a national identification number, and no law prescribes this use.");

    /// <summary>The activity does not declare the channel.</summary>
    public static DecisionReason ChannelUndeclared { get; } = Denies(
        DecisionMessages.ChannelUndeclared,
        "channel-undeclared",
        "Art. 5(1)(b)",
        nl: "Voor deze activiteit is deze manier van reclame niet vastgelegd.",
        en: "This channel of marketing is not declared for this activity.");

    /// <summary>Electronic marketing without consent and without the rule for existing customers.</summary>
    public static DecisionReason MarketingUnsolicited { get; } = Denies(
        DecisionMessages.MarketingUnsolicited,
        "marketing-unsolicited",
        "art. 13(1) ePrivacy; art. 11.7 lid 1 Tw",
        nl: "Reclame langs deze weg mag alleen met toestemming of aan eigen klanten, en daarvan is niets bekend.",
        en: "Marketing over this channel needs consent or an existing customer, and neither is known.");

    /// <summary>One of the five conditions of the rule for existing customers does not hold.</summary>
    public static DecisionReason SoftOptInIncomplete { get; } = Denies(
        DecisionMessages.SoftOptInIncomplete,
        "soft-opt-in-incomplete",
        "art. 13(2) ePrivacy; art. 11.7 lid 3 Tw",
        nl: "De regel voor bestaande klanten geldt hier niet: een van de vijf voorwaarden ontbreekt.",
        en: "The rule for existing customers does not apply here: one of its five conditions is missing.");

    /// <summary>The ledger, the links or the key ring could not be read.</summary>
    public static DecisionReason LookUpFailed { get; } = Denies(
        DecisionMessages.LookUpFailed,
        "look-up-failed",
        "Art. 5(2), 25(2)",
        nl: "Er kon niet worden nagegaan of het mag. Dan mag het niet.",
        en: "It could not be looked up whether this is allowed. Then it is not.");

    /// <summary>A newer program recorded something about the person.</summary>
    public static DecisionReason NewerProgram { get; } = Denies(
        DecisionMessages.NewerProgram,
        "newer-program",
        "Art. 5(2), 25(2)",
        nl: "Over deze persoon is iets vastgelegd wat deze versie van het programma niet kent. Tot die is bijgewerkt, mag het niet.",
        en: "Something was recorded about this person that this version of the program does not know. Until it is updated, this is not allowed.");

    /// <summary>The address for marketing is missing or has no canonical form.</summary>
    public static DecisionReason AddressUnreadable { get; } = Denies(
        DecisionMessages.AddressUnreadable,
        "address-unreadable",
        "Art. 21(3), 25(2)",
        nl: "Dit adres is niet te lezen, dus kon niet worden nagegaan of het op de lijst staat van wie geen reclame wil.",
        en: "This address cannot be read, so it could not be looked up whether it is on the list of those who want no marketing.");

    /// <summary>The database is an older copy that was restored, so what it says of people may not be true any more; or it is another ledger's.</summary>
    public static DecisionReason DatabaseOlder { get; } = Denies(
        DecisionMessages.DatabaseOlder,
        "database-older",
        "Art. 5(1)(f), 25(2)",
        nl: "Er is een oudere kopie van de database teruggezet. Tot is hersteld wat er sindsdien is gebeurd, mag het niet: doe dat onder Back-ups, of met DatabaseRestores.ReplayAsync.",
        en: "An older copy of the database was restored. Until what happened since is done again, this is not allowed: do that under Backups, or with DatabaseRestores.ReplayAsync.");
}
