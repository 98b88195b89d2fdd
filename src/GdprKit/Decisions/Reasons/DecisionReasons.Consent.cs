namespace GdprKit;

public static partial class DecisionReasons
{
    /// <summary>No consent is known.</summary>
    public static DecisionReason ConsentUnknown { get; } = Denies(
        DecisionMessages.ConsentUnknown,
        "consent-unknown",
        "Art. 6(1)(a)",
        nl: "Er is geen toestemming van deze persoon bekend.",
        en: "No consent of this person is known.");

    /// <summary>Consent was asked for and not answered.</summary>
    public static DecisionReason ConsentRequested { get; } = Denies(
        DecisionMessages.ConsentRequested,
        "consent-requested",
        "Art. 6(1)(a)",
        nl: "Om toestemming is gevraagd; er is nog geen antwoord.",
        en: "Consent was asked for; there is no answer yet.");

    /// <summary>The person put the answer off.</summary>
    public static DecisionReason ConsentDeferred { get; } = Denies(
        DecisionMessages.ConsentDeferred,
        "consent-deferred",
        "Art. 6(1)(a)",
        nl: "Deze persoon wil later beslissen over toestemming.",
        en: "This person wants to decide about consent later.");

    /// <summary>Consent was refused.</summary>
    public static DecisionReason ConsentRefused { get; } = Denies(
        DecisionMessages.ConsentRefused,
        "consent-refused",
        "Art. 6(1)(a)",
        nl: "Deze persoon heeft toestemming geweigerd.",
        en: "This person refused consent.");

    /// <summary>Consent was withdrawn.</summary>
    public static DecisionReason ConsentWithdrawn { get; } = Denies(
        DecisionMessages.ConsentWithdrawn,
        "consent-withdrawn",
        "Art. 7(3)",
        nl: "Deze persoon heeft de toestemming ingetrokken.",
        en: "This person withdrew the consent.");

    /// <summary>Consent was ended by somebody other than the person.</summary>
    public static DecisionReason ConsentRevoked { get; } = Denies(
        DecisionMessages.ConsentRevoked,
        "consent-revoked",
        "Art. 6(1)(a), 7(1)",
        nl: "De toestemming is door een ander dan de persoon zelf beëindigd.",
        en: "The consent was ended by somebody other than the person.");

    /// <summary>Consent was found invalid.</summary>
    public static DecisionReason ConsentInvalidated { get; } = Denies(
        DecisionMessages.ConsentInvalidated,
        "consent-invalidated",
        "Art. 4(11), 7",
        nl: "De toestemming bleek niet geldig te zijn.",
        en: "The consent turned out not to be valid.");

    /// <summary>Consent has expired.</summary>
    public static DecisionReason ConsentExpired { get; } = Denies(
        DecisionMessages.ConsentExpired,
        "consent-expired",
        "Art. 5(1)(e), 6(1)(a)",
        nl: "De toestemming is verlopen.",
        en: "The consent has expired.");

    /// <summary>Consent was given for another purpose.</summary>
    public static DecisionReason ConsentForAnotherPurpose { get; } = Denies(
        DecisionMessages.ConsentForAnotherPurpose,
        "consent-for-another-purpose",
        "Art. 6(1)(a), 7(2)",
        nl: "De toestemming is voor iets anders gegeven.",
        en: "The consent was given for something else.");

    /// <summary>Consent was to be confirmed (double opt-in), and was not.</summary>
    public static DecisionReason ConsentUnconfirmed { get; } = Denies(
        DecisionMessages.ConsentUnconfirmed,
        "consent-unconfirmed",
        "Art. 7(1)",
        nl: "De toestemming moet nog worden bevestigd, zodat vaststaat dat zij van deze persoon komt.",
        en: "The consent has yet to be confirmed, so that it is certain to come from this person.");

    /// <summary>The evidence does not prove the channel.</summary>
    public static DecisionReason ConsentNotForChannel { get; } = Denies(
        DecisionMessages.ConsentNotForChannel,
        "consent-not-for-channel",
        "Art. 7(1); art. 11.7 lid 1 Tw",
        nl: "Het is niet bewezen dat deze persoon langs deze weg berichten wil ontvangen.",
        en: "It is not proven that this person wants messages over this channel.");

    /// <summary>Consent was given after the moment asked about.</summary>
    public static DecisionReason ConsentNotYetGiven { get; } = Denies(
        DecisionMessages.ConsentNotYetGiven,
        "consent-not-yet-given",
        "Art. 6(1)(a)",
        nl: "Op het moment waarnaar wordt gevraagd, was er nog geen toestemming gegeven.",
        en: "At the moment asked about no consent had been given yet.");

    /// <summary>A minor consented without the holder of parental responsibility.</summary>
    public static DecisionReason MinorWithoutParent { get; } = Denies(
        DecisionMessages.MinorWithoutParent,
        "minor-without-parent",
        "Art. 8(1)",
        nl: "Deze persoon is te jong om zelf toestemming te geven, en een ouder of voogd heeft dat niet gedaan.",
        en: "This person is too young to consent, and no holder of parental responsibility did.");

    /// <summary>The activity addresses minors, and the age is not known.</summary>
    public static DecisionReason AgeUnknown { get; } = Denies(
        DecisionMessages.AgeUnknown,
        "age-unknown",
        "Art. 8(2)",
        nl: "Deze dienst richt zich tot kinderen, en de leeftijd van deze persoon is niet bekend.",
        en: "This service addresses children, and the age of this person is not known.");

    /// <summary>Of a list nobody knows to what the person agreed.</summary>
    public static DecisionReason ConsentTextUnknown { get; } = Denies(
        DecisionMessages.ConsentTextUnknown,
        "consent-text-unknown",
        "Art. 7(1)",
        nl: "Deze toestemming komt uit een lijst, en niemand weet waarmee deze persoon toen precies instemde.",
        en: "This consent is from a list, and nobody knows to what exactly the person agreed then.");
}
