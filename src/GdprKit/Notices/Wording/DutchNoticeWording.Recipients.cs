namespace GdprKit;

public abstract partial class DutchNoticeWording
{
    /// <inheritdoc/>
    public override string Recipients => "Wie je gegevens krijgen";

    /// <inheritdoc/>
    public override string AboutRecipients =>
        "Voor sommige doelen delen wij je gegevens met anderen. In deze tabel staat met wie en waarvoor.";

    /// <inheritdoc/>
    public override string RecipientsCaption => "Met wie wij gegevens delen.";

    /// <inheritdoc/>
    public override string Party => "Wie?";

    /// <inheritdoc/>
    public override string Task => "Wat doen zij?";

    /// <inheritdoc/>
    public override string Role => "Rol";

    /// <inheritdoc/>
    public override string Country => "Land";

    /// <inheritdoc/>
    public override string RoleOf(RecipientRole role) => role switch
    {
        RecipientRole.Processor => "Werkt in onze opdracht",
        RecipientRole.JointController => "Beslist samen met ons",
        RecipientRole.Controller => "Beslist zelf",
        _ => "Niet vastgelegd",
    };

    /// <inheritdoc/>
    public override string Transfers => "Gegevens buiten de Europese Economische Ruimte";

    /// <inheritdoc/>
    public override string AboutTransfers =>
        "Buiten de Europese Economische Ruimte (EER) gelden andere privacyregels. Daarom moeten je gegevens daar extra beschermd zijn. De EER is de Europese Unie met IJsland, Liechtenstein en Noorwegen.";

    /// <inheritdoc/>
    public override string NoAdequacyDecision =>
        "Er is geen besluit van de Europese Commissie dat gegevens daar goed genoeg beschermd zijn.";

    /// <inheritdoc/>
    public override string CopyOnRequest =>
        "Je kunt bij ons een kopie opvragen van wat de gegevens beschermt.";
}
