using GdprKit.Ledger;
using GdprKit.Subjects;

namespace GdprKit.Notices;

/// <summary>What sending works with.</summary>
internal sealed record SendingAccess(
    ProcessingRegister Register,
    NoticeVersions Versions,
    LedgerStreams Streams,
    ILedgerStore Store,
    ISubjectDirectory Subjects,
    IContactSource Contacts,
    INoticeTransport Transport,
    INoticeLinks Links,
    LedgerGuard Guard);
