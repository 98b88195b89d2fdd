namespace GdprKit.Ledger;

/// <summary>As which of GdprKit's own records, declared in the register, the streams of a kind are kept; each has its own period.</summary>
public enum OwnRecordKind
{
    /// <summary>Nothing was said: the streams never expire, and are reported.</summary>
    Unspecified = 0,

    /// <summary>Evidence of notices, consents and requests: a declared period after what it proves has ended, by default five years.</summary>
    Evidence,

    /// <summary>The order of an erasure: until no backup can bring the data back.</summary>
    ErasureOrder,

    /// <summary>Who wants no marketing: as long as there is marketing.</summary>
    Suppression,
}
