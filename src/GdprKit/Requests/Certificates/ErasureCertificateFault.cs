namespace GdprKit;

/// <summary>Why a certificate of an erasure proves nothing.</summary>
public enum ErasureCertificateFault
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>It is of another ledger.</summary>
    AnotherLedger,

    /// <summary>Its tree is not the one that the checkpoint commits to, or nothing shows that the one of the checkpoint grew out of it.</summary>
    TreeUnproven,

    /// <summary>Entries are missing: they do not follow each other from the order on.</summary>
    EntriesIncomplete,

    /// <summary>An entry is not what its hash was taken over.</summary>
    EntryAltered,

    /// <summary>Nothing shows that an entry stands in the tree, at its position.</summary>
    EntryUnproven,

    /// <summary>An entry was written by a newer program, or says nothing that can be read.</summary>
    EntryUnreadable,

    /// <summary>What it says is not what its entries say.</summary>
    StatementUnproven,
}
