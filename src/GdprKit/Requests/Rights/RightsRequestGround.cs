namespace GdprKit;

/// <summary>On which ground a request is refused, or a part of it. Which are open to a kind of request says <see cref="RightsRequestGrounds"/>.</summary>
public enum RightsRequestGround
{
    /// <summary>Nothing was said; refused.</summary>
    Unspecified = 0,

    /// <summary>Manifestly unfounded, which the controller must demonstrate: Art. 12(5).</summary>
    ManifestlyUnfounded,

    /// <summary>Excessive, as when it is made again and again, which the controller must demonstrate: Art. 12(5).</summary>
    Excessive,

    /// <summary>The controller cannot tell whose data are meant, which it must demonstrate: Art. 11(2), 12(2).</summary>
    CannotIdentify,

    /// <summary>A law restricts the right: Art. 23.</summary>
    RestrictedByLaw,

    /// <summary>The right does not extend to this: what is held is right (Art. 16), is still needed (Art. 17(1)), or the article does not apply (Art. 18(1), 20(1), 21(1)).</summary>
    ConditionsNotMet,

    /// <summary>The rights of others would be infringed: Art. 15(4), 20(4).</summary>
    RightsOfOthers,

    /// <summary>Freedom of expression and information: Art. 17(3)(a).</summary>
    FreedomOfExpression,

    /// <summary>A law demands that the data are kept, or a task in the public interest does: Art. 17(3)(b).</summary>
    LegalObligation,

    /// <summary>Public interest in the area of public health: Art. 17(3)(c).</summary>
    PublicHealth,

    /// <summary>Archiving in the public interest, research or statistics: Art. 17(3)(d).</summary>
    Archiving,

    /// <summary>The data are needed for legal claims: Art. 17(3)(e), 21(1).</summary>
    LegalClaims,

    /// <summary>Compelling legitimate grounds weigh more than the person's interests: Art. 21(1).</summary>
    CompellingGrounds,
}
