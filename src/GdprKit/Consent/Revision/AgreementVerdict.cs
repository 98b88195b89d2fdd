namespace GdprKit.Consent;

/// <summary>What has become of what some people agreed to.</summary>
/// <param name="Reason">Why it is no more; <see cref="ConsentEndReason.Unspecified"/> when it is as it was, or cannot be read.</param>
/// <param name="Changes">What changed.</param>
/// <param name="IsReadable">Whether this program can tell.</param>
internal sealed record AgreementVerdict(ConsentEndReason Reason, ValueList<RegisterChange> Changes, bool IsReadable = true)
{
    public static AgreementVerdict Unchanged { get; } = new(ConsentEndReason.Unspecified, []);

    public static AgreementVerdict Unreadable { get; } = new(ConsentEndReason.Unspecified, [], IsReadable: false);

    public bool IsOutdated => Reason is not ConsentEndReason.Unspecified;
}
