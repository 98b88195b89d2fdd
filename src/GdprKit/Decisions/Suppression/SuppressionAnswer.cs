namespace GdprKit;

/// <summary>What the list says of an address.</summary>
public enum SuppressionAnswer
{
    /// <summary>Nothing was asked; send nothing.</summary>
    Unknown = 0,

    /// <summary>It is not on the list.</summary>
    NotListed,

    /// <summary>It is on the list; send no marketing.</summary>
    Listed,

    /// <summary>It has no canonical form, so the list cannot be asked; send no marketing.</summary>
    Unreadable,
}
