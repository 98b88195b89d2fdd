namespace GdprKit;

/// <summary>Whether a person must give data (Art. 13(2)(e)).</summary>
public enum ProvisionRequirement
{
    /// <summary>Nothing was said; a register refuses it.</summary>
    Unspecified = 0,

    /// <summary>The person may leave it.</summary>
    Voluntary,

    /// <summary>Without the data there can be no contract.</summary>
    NeededForContract,

    /// <summary>The contract obliges the person.</summary>
    Contractual,

    /// <summary>The controller needs the data to do what a law demands of it; the person has no such duty.</summary>
    NeededForLegalObligation,

    /// <summary>A law obliges the person.</summary>
    Statutory,
}
