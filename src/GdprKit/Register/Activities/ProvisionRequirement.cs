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

    /// <summary>A law obliges the person or the controller.</summary>
    Statutory,
}
