using GdprKit.Notices;
using NodaTime;

namespace GdprKit;

/// <summary>Addresses that a test can read.</summary>
internal sealed class TestLinks : INoticeLinks
{
    public Uri Read(NoticeVersion version, Language language) => new($"https://shop.example/read/{version}/{language}");

    public Uri Confirm(SubjectRef person, NoticeVersion version, Language language, Instant until) => new($"https://shop.example/confirm/{person}/{version}/{language}/{until.ToUnixTimeSeconds()}");
}
