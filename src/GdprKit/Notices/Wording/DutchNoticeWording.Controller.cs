namespace GdprKit;

public abstract partial class DutchNoticeWording
{
    /// <inheritdoc/>
    public override string WhoWeAre => "Wie wij zijn";

    /// <inheritdoc/>
    public override string WeDecide(string controller) =>
        $"{controller} beslist waarom en hoe je gegevens worden gebruikt. De wet noemt ons daarom de verwerkingsverantwoordelijke.";

    /// <inheritdoc/>
    public override string Name => "Naam";

    /// <inheritdoc/>
    public override string Address => "Adres";

    /// <inheritdoc/>
    public override string Email => "E-mail";

    /// <inheritdoc/>
    public override string Phone => "Telefoon";

    /// <inheritdoc/>
    public override string Website => "Website";

    /// <inheritdoc/>
    public override string RegistrationNumber(CountryCode country) => country.Code == "NL" ? "KvK-nummer" : "Registratienummer";

    /// <inheritdoc/>
    public override string Representative => "Onze vertegenwoordiger in de Europese Unie";

    /// <inheritdoc/>
    public override string AboutRepresentative =>
        "Wij zijn buiten de Europese Unie gevestigd. Binnen de Unie vertegenwoordigt deze partij ons. Je kunt er terecht met alle vragen over je gegevens.";

    /// <inheritdoc/>
    public override string DataProtectionOfficer => "Onze functionaris voor gegevensbescherming";

    /// <inheritdoc/>
    public override string AboutDataProtectionOfficer =>
        "De functionaris controleert of wij ons aan de privacyregels houden. Je kunt er terecht met alle vragen over je gegevens.";

    /// <inheritdoc/>
    public override string JointControllers => "Met wie wij samen beslissen";

    /// <inheritdoc/>
    public override string AboutJointControllers =>
        $"Over een deel van je gegevens beslissen wij samen met een ander. Je mag je rechten gebruiken bij elk van ons ({Register.Article("26(3)")}).";

    /// <inheritdoc/>
    public override string Arrangement => "Wat wij hebben afgesproken";
}
