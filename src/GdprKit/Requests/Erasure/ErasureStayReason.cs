namespace GdprKit;

/// <summary>Why data stay although their erasure is asked for.</summary>
public enum ErasureStayReason
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>A law demands that they are kept (Art. 17(3)(b)). They go by themselves on the day on which it no longer does.</summary>
    Law,

    /// <summary>They are needed for a legal claim (Art. 17(3)(e)). They go by themselves when the hold is lifted.</summary>
    LegalHold,

    /// <summary>Another request of the person is open that they are about; they go by themselves when it is answered.</summary>
    OpenRequest,

    /// <summary>The person demanded that they are kept and not used (Art. 18). They go by themselves when that ends.</summary>
    Restriction,

    /// <summary>They are about somebody else as well, and kept for that one.</summary>
    OfSomebodyElseToo,

    /// <summary>They arrived after the erasure was ordered.</summary>
    ArrivedLater,

    /// <summary>They cannot go without their row, which stays for another reason that is told: a key, a date from which a period runs. They go with it.</summary>
    GoesWithRow,

    /// <summary>They cannot be empty, nothing that is known can take their place, and their row stays: somebody replaces them by hand.</summary>
    ByHand,
}
