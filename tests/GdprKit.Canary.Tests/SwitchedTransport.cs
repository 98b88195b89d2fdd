using GdprKit.Notices;

namespace GdprKit.Canary;

/// <summary>Hands mails over to whichever transport is to be heard.</summary>
internal sealed class SwitchedTransport : INoticeTransport
{
    public INoticeTransport? Inner { get; set; }

    public int MostAtOnce => Inner!.MostAtOnce;

    public ValueTask<MailOutcome> SendAsync(NoticeMail mail, CancellationToken cancellationToken) => Inner!.SendAsync(mail, cancellationToken);
}
