namespace GdprKit;

/// <summary>Which right a person exercises (Art. 15 to 21).</summary>
public enum RightsRequestKind
{
    /// <summary>Nothing was said; refused.</summary>
    Unspecified = 0,

    /// <summary>To know what is held, and to get a copy of it: Art. 15.</summary>
    Access,

    /// <summary>To have data corrected or completed: Art. 16.</summary>
    Rectification,

    /// <summary>To have data erased: Art. 17. The only kind that does not keep the person's data from going meanwhile.</summary>
    Erasure,

    /// <summary>To have data kept and not used: Art. 18.</summary>
    Restriction,

    /// <summary>To get one's data in a form that another program can read: Art. 20.</summary>
    Portability,

    /// <summary>To object to an activity, or to all direct marketing: Art. 21.</summary>
    Objection,
}
