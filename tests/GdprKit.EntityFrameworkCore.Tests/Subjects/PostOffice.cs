using GdprKit.Notices;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Subjects;

/// <summary>Takes every mail over as a test says; its links lead nowhere.</summary>
internal sealed class PostOffice : INoticeTransport, INoticeLinks
{
    public Action<NoticeMail> Take { get; set; } = _ => { };

    public int MostAtOnce => 4;

    public async ValueTask<MailOutcome> SendAsync(NoticeMail mail, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Take(mail);
        return new MailOutcome.Accepted();
    }

    public Uri Read(NoticeVersion version, Language language) => new($"https://shop.example/read/{version}");

    public Uri Confirm(SubjectRef person, NoticeVersion version, Language language, Instant until) => new($"https://shop.example/confirm/{version}");
}
