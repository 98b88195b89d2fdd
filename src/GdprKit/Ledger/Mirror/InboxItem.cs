using NodaTime;

namespace GdprKit.Ledger;

/// <summary>Something that was accepted while the database was refused, as a withdrawal; it is merged into the ledger when the database is right again.</summary>
/// <param name="Id">Its id, by which it is accepted once however often it is sent, and by which its entry is known.</param>
/// <param name="AcceptedAt">When it was accepted; kept in whole microseconds.</param>
/// <param name="Type">What it is, in words of who merges it.</param>
/// <param name="Content">The rest, in words of who merges it, at most 64 KiB. It can say who it is about, so it is neither logged nor kept after it was merged.</param>
public sealed record InboxItem(EntryId Id, Instant AcceptedAt, EntryType Type, ValueList<byte> Content)
{
    /// <summary>The type; the rest is withheld.</summary>
    public override string ToString() => Type.ToString();
}
