namespace GdprKit.Ledger;

/// <summary>What a text is hashed for under the keys of a ring. What it becomes for one purpose says nothing of what it becomes for another.</summary>
public enum KeyPurpose
{
    /// <summary>Nothing was said; a ring refuses it (GDPR1140).</summary>
    Unspecified = 0,

    /// <summary>To know an address of the suppression list again (Art. 21(3)): for as long as there is marketing.</summary>
    Suppression,

    /// <summary>To know a row again that was to be erased, after a backup was put back (<see cref="GdprKit.Ledger.MatchTag"/>): until no backup holds the row.</summary>
    MatchTag,
}
