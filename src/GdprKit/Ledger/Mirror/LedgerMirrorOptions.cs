namespace GdprKit.Ledger;

/// <summary>What a host says about the mirror of its ledger.</summary>
public sealed class LedgerMirrorOptions
{
    /// <summary>Why the ledger has no mirror on purpose; said with <c>gdpr.WithoutLedgerMirror("…")</c>.</summary>
    /// <value>The default is <see langword="null"/>: nobody decided that there is none.</value>
    public string? WhyNone { get; set; }
}
