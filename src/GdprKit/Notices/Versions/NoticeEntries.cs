using GdprKit.Ledger;

namespace GdprKit.Notices;

/// <summary>What streams of notices are made of. Names for ever, because they stand in the database.</summary>
internal static class NoticeEntries
{
    public static EntryType<NoticePublished> Published { get; } = new("notice.published/1", static () => NoticesJson.Default.NoticePublished);
}
