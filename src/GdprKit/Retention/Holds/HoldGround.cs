namespace GdprKit;

/// <summary>Why data must be kept although their period has ended, or a person wants them erased (Art. 17(3)).</summary>
public enum HoldGround
{
    /// <summary>Nothing was said; refused.</summary>
    Unspecified = 0,

    /// <summary>The controller needs the data to bring, exercise or defend a legal claim: Art. 17(3)(e).</summary>
    LegalClaims,

    /// <summary>A law of the Union or a member state demands in this case that they are kept: Art. 17(3)(b).</summary>
    LegalObligation,

    /// <summary>An authority audits or investigates, and must be shown the data: Art. 17(3)(b).</summary>
    Investigation,

    /// <summary>A court or another authority ordered that they are preserved: Art. 17(3)(b).</summary>
    PreservationOrder,
}
