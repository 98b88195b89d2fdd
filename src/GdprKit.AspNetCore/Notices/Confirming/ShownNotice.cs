using GdprKit.Documents;

namespace GdprKit;

/// <summary>What a person sees behind a link.</summary>
internal sealed record ShownNotice(SubjectId Person, NoticeVersion Version, Language Language, Document Text, NoticeDelivery Delivery)
{
    /// <summary>The version; the person is withheld.</summary>
    public override string ToString() => Version.ToString();
}
