namespace GdprKit;

/// <summary>Why an address gets no marketing.</summary>
public enum SuppressionCause
{
    /// <summary>Nothing was said; refused.</summary>
    Unspecified = 0,

    /// <summary>The person objected to marketing (Art. 21(2)).</summary>
    Objection,

    /// <summary>The person withdrew consent (Art. 7(3)), as by the link in a mail.</summary>
    Withdrawal,

    /// <summary>The person was erased and asked not to be written to again.</summary>
    Erasure,

    /// <summary>A list of opt-outs says so: of another system, or of a public register.</summary>
    Import,
}
