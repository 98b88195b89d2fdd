namespace GdprKit;

public abstract partial class EnglishRegisterWording
{
    /// <inheritdoc/>
    public override string Question(string purpose, bool isExplicit) => isExplicit
        ? $"Yes, I explicitly consent to this: {purpose}"
        : $"Yes, I consent to this: {purpose}";

    /// <inheritdoc/>
    protected override string ConsentLasts(string period) => $"Your consent lasts {period}. Then it expires by itself.";

    /// <inheritdoc/>
    protected override string ConsentIsPerChannel => "You choose for each channel apart.";

    /// <inheritdoc/>
    protected override string ConsentIsConfirmed(string channels) => $"You first confirm by {channels} that the address is yours.";

    /// <inheritdoc/>
    protected override string ParentConsents => "Are you too young by law to consent yourself? Then we ask your parent or guardian.";

    /// <inheritdoc/>
    protected override string CustomersNeedNotConsent =>
        "If you are a customer, we may send you electronic messages about our own products like those you bought, without consent. You can refuse them at the sale and in every message.";
}
