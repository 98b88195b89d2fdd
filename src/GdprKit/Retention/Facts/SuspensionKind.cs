namespace GdprKit;

/// <summary>What forbids for a time that data go.</summary>
public enum SuspensionKind
{
    /// <summary>Nothing was said; it suspends all the same.</summary>
    Unspecified = 0,

    /// <summary>Data that are needed for a legal claim (Art. 17(3)(e)).</summary>
    LegalHold,

    /// <summary>A request of the person, other than for erasure, that was not answered yet: what was asked for must not go meanwhile.</summary>
    OpenRequest,

    /// <summary>A restriction that the person demanded (Art. 18): the data are kept, and not used.</summary>
    Restriction,
}
