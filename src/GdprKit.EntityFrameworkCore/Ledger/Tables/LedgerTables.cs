using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>The tables of the ledger and of the links: their names, and the indexes that the promised queries need.</summary>
internal static class LedgerTables
{
    public const string Head = "gdpr_head";

    public const string Entry = "gdpr_entry";

    public const string Details = "gdpr_entry_details";

    public const string Content = "gdpr_content";

    public const string Expired = "gdpr_expired_entry";

    public const string Unordered = "gdpr_unordered_entry";

    public const string Order = "gdpr_order";

    public const string Node = "gdpr_tree_node";

    public const string Tip = "gdpr_tip";

    public const string Lease = "gdpr_lease";

    public const string Link = "gdpr_subject_link";

    /// <summary>The most characters of a person's key: what the index of every database holds.</summary>
    public const int SubjectKeyLength = 380;

    private static readonly HashSet<Type> Rows =
    [
        typeof(LedgerHeadRow), typeof(LedgerEntryRow), typeof(LedgerDetailsRow), typeof(LedgerContentRow),
        typeof(ExpiredEntryRow), typeof(UnorderedEntryRow), typeof(OrderedEntryRow), typeof(TreeNodeRow), typeof(LedgerTipRow), typeof(LeaseRow), typeof(SubjectLinkRow),
    ];

    // Name, slash and four digits.
    private const int TypeLength = LedgerLimits.NameLength + 5;

    public static bool Has(IReadOnlyEntityType entity) => Rows.Contains(entity.ClrType);

    public static void AddTo(TableBuilding tables)
    {
        var head = tables.Add<LedgerHeadRow>(Head, row => new { row.StreamKind, row.Subject, row.StreamKey });
        head.Property(row => row.StreamKind).HasMaxLength(LedgerLimits.NameLength);
        head.Property(row => row.Subject).HasMaxLength(SubjectRef.ByteCount);
        head.Property(row => row.StreamKey).HasMaxLength(LedgerLimits.KeyLength);
        head.Property(row => row.Status).HasMaxLength(LedgerLimits.NameLength);
        head.HasIndex(row => new { row.StreamKind, row.Status, row.Due }).HasDatabaseName("ix_gdpr_head_status");
        head.HasIndex(row => new { row.Subject, row.StreamKind, row.StreamKey }).HasDatabaseName("ix_gdpr_head_subject");

        var entry = tables.Add<LedgerEntryRow>(Entry, row => row.EntryId);
        entry.Property(row => row.EntryId).HasMaxLength(16);
        entry.Property(row => row.StreamKind).HasMaxLength(LedgerLimits.NameLength);
        entry.Property(row => row.Subject).HasMaxLength(SubjectRef.ByteCount);
        entry.Property(row => row.StreamKey).HasMaxLength(LedgerLimits.KeyLength);
        entry.Property(row => row.EntryType).HasMaxLength(TypeLength);
        entry.Property(row => row.Salt).HasMaxLength(EntrySalt.ByteCount);
        entry.Property(row => row.DetailsCommitment).HasMaxLength(Digest.ByteCount);
        entry.Property(row => row.Hash).HasMaxLength(Digest.ByteCount);
        entry.HasIndex(row => new { row.StreamKind, row.Subject, row.StreamKey, row.Version }).IsUnique().HasDatabaseName("ix_gdpr_entry_stream");

        var details = tables.Add<LedgerDetailsRow>(Details, row => row.EntryId);
        details.Property(row => row.EntryId).HasMaxLength(16);
        details.Property(row => row.Salt).HasMaxLength(EntrySalt.ByteCount);

        tables.Add<LedgerContentRow>(Content, row => row.Digest).Property(row => row.Digest).HasMaxLength(Digest.ByteCount);

        var expired = tables.Add<ExpiredEntryRow>(Expired, row => row.EntryId);
        expired.Property(row => row.EntryId).HasMaxLength(16);
        expired.Property(row => row.Hash).HasMaxLength(Digest.ByteCount);

        var unordered = tables.Add<UnorderedEntryRow>(Unordered, row => row.Number);
        unordered.Property(row => row.EntryId).HasMaxLength(16);
        tables.Number(unordered, nameof(UnorderedEntryRow.Number));

        var order = tables.Add<OrderedEntryRow>(Order, row => row.Position);
        order.Property(row => row.EntryId).HasMaxLength(16);
        order.Property(row => row.Hash).HasMaxLength(Digest.ByteCount);
        order.HasIndex(row => row.EntryId).IsUnique().HasDatabaseName("ix_gdpr_order_entry");

        tables.Add<TreeNodeRow>(Node, row => new { row.Level, row.Place }).Property(row => row.Hash).HasMaxLength(Digest.ByteCount);

        var tip = tables.Add<LedgerTipRow>(Tip, row => row.Id);
        tip.Property(row => row.Ledger).HasMaxLength(16);
        tip.Property(row => row.Edge).HasMaxLength(63 * Digest.ByteCount);

        var lease = tables.Add<LeaseRow>(Lease, row => row.Name);
        lease.Property(row => row.Name).HasMaxLength(LedgerLimits.NameLength);
        lease.Property(row => row.Holder).HasMaxLength(16);
        lease.Property(row => row.TakenBy).HasMaxLength(16);
        lease.Property(row => row.Progress).HasMaxLength(LedgerLimits.ProgressBytes);

        var link = tables.Add<SubjectLinkRow>(Link, row => new { row.SubjectKind, row.SubjectKey });
        link.Property(row => row.SubjectKind).HasMaxLength(LedgerLimits.NameLength);
        link.Property(row => row.SubjectKey).HasMaxLength(SubjectKeyLength);
        link.Property(row => row.Subject).HasMaxLength(SubjectRef.ByteCount);
        tables.RefuseTrailingBlanks(link, nameof(SubjectLinkRow.SubjectKey));
        link.HasIndex(row => row.Subject).IsUnique().HasDatabaseName("ix_gdpr_subject_link_subject");
    }
}
