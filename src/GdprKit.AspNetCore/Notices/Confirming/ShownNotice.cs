using GdprKit.Documents;
using NodaTime;

namespace GdprKit;

/// <summary>What a person sees behind a link.</summary>
internal sealed record ShownNotice(SubjectId Person, NoticeVersion Version, Language Language, Document Text, NoticeDelivery Delivery)
{
    /// <summary>From which day it holds; <see langword="null"/> when it does already.</summary>
    public LocalDate? HoldsFrom { get; init; }

    /// <summary>The version; the person is withheld.</summary>
    public override string ToString() => Version.ToString();
}
