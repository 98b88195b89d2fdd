namespace GdprKit;

public abstract partial class EnglishNoticeWording
{
    /// <inheritdoc/>
    public override string Recipients => "Who receives your data";

    /// <inheritdoc/>
    public override string AboutRecipients => "For some purposes we share your data with others. This table shows with whom and what for.";

    /// <inheritdoc/>
    public override string RecipientsCaption => "With whom we share data.";

    /// <inheritdoc/>
    public override string Party => "Who?";

    /// <inheritdoc/>
    public override string Task => "What do they do?";

    /// <inheritdoc/>
    public override string Role => "Role";

    /// <inheritdoc/>
    public override string Country => "Country";

    /// <inheritdoc/>
    public override string RoleOf(RecipientRole role) => role switch
    {
        RecipientRole.Processor => "Works on our instructions",
        RecipientRole.JointController => "Decides together with us",
        RecipientRole.Controller => "Decides for itself",
        _ => "Not declared",
    };

    /// <inheritdoc/>
    public override string Transfers => "Data outside the European Economic Area";

    /// <inheritdoc/>
    public override string AboutTransfers =>
        "Outside the European Economic Area (EEA) other privacy rules apply. Your data must therefore have extra protection there. The EEA is the European Union with Iceland, Liechtenstein and Norway.";

    /// <inheritdoc/>
    public override string NoAdequacyDecision =>
        "There is no decision of the European Commission that data are protected well enough there.";

    /// <inheritdoc/>
    public override string CopyOnRequest =>
        "You can ask us for a copy of what protects the data.";
}
