namespace GdprKit;

/// <summary>How far the law protects a category of data beyond the ordinary.</summary>
public enum DataSensitivity
{
    /// <summary>Nothing was said; a register refuses it.</summary>
    Unspecified = 0,

    /// <summary>Personal data without special protection.</summary>
    Ordinary,

    /// <summary>
    /// A special category (Art. 9(1)): health, religion, ethnic origin, political opinion, union membership, sex life,
    /// genetic data, biometric identification. Needs a <see cref="SpecialCategoryCondition"/> in every activity.
    /// </summary>
    Special,

    /// <summary>Criminal convictions and offences (Art. 10). Needs a law that allows it.</summary>
    CriminalOffence,

    /// <summary>A national identification number (Art. 87), in the Netherlands the BSN (art. 46 UAVG). Needs the law that prescribes its use.</summary>
    NationalNumber,
}
