namespace GdprKit;

/// <summary>Why a person can demand that data are kept and not used (Art. 18(1)).</summary>
public enum RestrictionGround
{
    /// <summary>Nothing was said; refused.</summary>
    Unspecified = 0,

    /// <summary>The person contests that the data are right, until the controller has verified them: Art. 18(1)(a).</summary>
    AccuracyContested,

    /// <summary>The processing is unlawful, and the person does not want the data erased: Art. 18(1)(b).</summary>
    UnlawfulAndNotErased,

    /// <summary>The controller does not need the data any more, and the person does, for legal claims: Art. 18(1)(c).</summary>
    NeededForClaims,

    /// <summary>The person objected, until it is verified whose grounds weigh more: Art. 18(1)(d).</summary>
    ObjectionPending,
}
