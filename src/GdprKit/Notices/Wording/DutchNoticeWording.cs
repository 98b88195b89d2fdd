namespace GdprKit;

/// <summary>The privacy notice in plain Dutch (level B1), to "je". Derive from it to say one thing otherwise.</summary>
public abstract partial class DutchNoticeWording : NoticeWording
{
    /// <summary>The built-in words.</summary>
    protected DutchNoticeWording()
        : this(RegisterWording.In(Language.Dutch))
    {
    }

    /// <summary>The built-in words of the notice, with others for the declarations.</summary>
    /// <param name="register">The words in which the declarations are put.</param>
    protected DutchNoticeWording(RegisterWording register)
        : base(register)
    {
    }

    /// <inheritdoc/>
    public override string Title(string controller) => $"Privacyverklaring van {controller}";

    /// <inheritdoc/>
    public override string TitleFor(string controller, string people) => $"Privacyverklaring van {controller} voor {people}";

    /// <inheritdoc/>
    public override string Contents => "Op deze pagina";

    /// <inheritdoc/>
    public override string Introduction =>
        "Hier lees je welke gegevens wij van je hebben, waarvoor wij ze gebruiken en hoe lang. Ook lees je welke rechten je hebt.";

    /// <inheritdoc/>
    public override string IntendedFor(string people) => $"Deze verklaring is voor {people}.";

    /// <inheritdoc/>
    public override string OthersHaveTheirOwn(string people) => $"Voor {people} is er een eigen verklaring.";

    /// <inheritdoc/>
    public override string MadeFromRegister(string reference) =>
        $"Deze verklaring komt uit ons register van verwerkingen, kenmerk {reference}.";
}
