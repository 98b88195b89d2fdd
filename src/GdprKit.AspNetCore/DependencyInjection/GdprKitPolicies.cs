namespace GdprKit;

/// <summary>
/// The authorization policies that guard the operator pages. The host declares them; a page whose policy is not declared
/// refuses everybody.
/// </summary>
public static class GdprKitPolicies
{
    /// <summary>May see the register, the record of processing, what of the stored data is declared, and the deletion concept.</summary>
    public const string ViewRegister = "GdprKit.ViewRegister";

    /// <summary>May see how many rows are due for deletion, with the keys of some of them; a key can lead to a person.</summary>
    public const string ViewRetention = "GdprKit.ViewRetention";

    /// <summary>May see how many people agreed to what. Numbers only; a small one can lead to a person who is known to be in it.</summary>
    public const string ViewConsent = "GdprKit.ViewConsent";

    /// <summary>May see who was told of which version of the notice and who was not reached, person by person with their keys, and the addresses of letters.</summary>
    public const string ViewNotices = "GdprKit.ViewNotices";

    /// <summary>May see how the ledger and its mirror stand, take its checkpoint, and take proofs of entries. Numbers and hashes only; none of it leads to a person.</summary>
    public const string ViewLedger = "GdprKit.ViewLedger";

    /// <summary>May see people whose data are archived: kept for the law only, and hidden from daily work. No page of GdprKit shows them; guard those of the application by it.</summary>
    public const string ReadArchive = "GdprKit.ReadArchive";

    /// <summary>May see who asked what by Art. 15 to 21, and open the file of a request; that it was opened is recorded. No page of GdprKit shows requests; guard those of the application by it.</summary>
    public const string ViewRequests = "GdprKit.ViewRequests";

    /// <summary>May handle requests: enter them, say whose they are, ask the person, extend, carry out what was granted. Nothing of it decides.</summary>
    public const string HandleRequests = "GdprKit.HandleRequests";

    /// <summary>May decide requests: grant them, or refuse them wholly or in part.</summary>
    public const string ApproveRequests = "GdprKit.ApproveRequests";

    /// <summary>May set a decision about a request aside, by opening it again.</summary>
    public const string OverrideRequests = "GdprKit.OverrideRequests";

    /// <summary>May report that mails came back: the provider of mail, known by a secret.</summary>
    public const string ReportBounces = "GdprKit.ReportBounces";
}
