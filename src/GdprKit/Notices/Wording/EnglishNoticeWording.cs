namespace GdprKit;

/// <summary>The privacy notice in plain English. Derive from it to say one thing otherwise.</summary>
public abstract partial class EnglishNoticeWording : NoticeWording
{
    /// <summary>The built-in words.</summary>
    protected EnglishNoticeWording()
        : this(RegisterWording.In(Language.English))
    {
    }

    /// <summary>The built-in words of the notice, with others for the declarations.</summary>
    /// <param name="register">The words in which the declarations are put.</param>
    protected EnglishNoticeWording(RegisterWording register)
        : base(register)
    {
    }

    /// <inheritdoc/>
    public override string Title(string controller) => $"Privacy notice of {controller}";

    /// <inheritdoc/>
    public override string TitleFor(string controller, string people) => $"Privacy notice of {controller} for {people}";

    /// <inheritdoc/>
    public override string Contents => "On this page";

    /// <inheritdoc/>
    public override string Introduction =>
        "This page tells you which data we have about you, what we use them for and for how long. It also tells you which rights you have.";

    /// <inheritdoc/>
    public override string IntendedFor(string people) => $"This notice is for {people}.";

    /// <inheritdoc/>
    public override string OthersHaveTheirOwn(string people) => $"There is a separate notice for {people}.";

    /// <inheritdoc/>
    public override string MadeFromRegister(string reference) =>
        $"This notice comes from our record of processing activities, reference {reference}.";
}
