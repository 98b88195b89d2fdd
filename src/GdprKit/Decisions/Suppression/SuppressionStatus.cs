namespace GdprKit;

/// <summary>Whether an address is on the list of those that get no marketing.</summary>
public enum SuppressionStatus
{
    /// <summary>It never was.</summary>
    Unknown = 0,

    /// <summary>It is.</summary>
    Listed,

    /// <summary>It was, until the person consented anew.</summary>
    Removed,
}
