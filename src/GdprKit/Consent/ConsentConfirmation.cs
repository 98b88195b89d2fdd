namespace GdprKit;

/// <summary>Whether the person confirmed, over a channel itself, that the address is theirs (double opt-in).</summary>
public enum ConsentConfirmation
{
    /// <summary>Nothing was said; as pending.</summary>
    Unspecified = 0,

    /// <summary>The register does not ask for it.</summary>
    NotRequired,

    /// <summary>It is still to come; until then the channel must not be used.</summary>
    Pending,

    /// <summary>It was done.</summary>
    Confirmed,
}
