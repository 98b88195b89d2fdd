namespace GdprKit;

/// <summary>What happens to data when their period has ended.</summary>
public enum DisposalAction
{
    /// <summary>Nothing was said; a register refuses it.</summary>
    Unspecified = 0,

    /// <summary>The row goes when nothing in it is needed any more; a field that others outlive is blanked.</summary>
    Delete,

    /// <summary>The value goes and the row stays. What is left may still be linked to a person.</summary>
    Blank,

    /// <summary>The value is replaced so that it can no longer be linked to a person by anybody (recital 26).</summary>
    Anonymise,

    /// <summary>
    /// The data leave daily use and are kept only for the law ("afgeschermd"). A later rule of the same activity says when they go.
    /// </summary>
    Archive,
}
