using System.Collections.Concurrent;
using GdprKit.Notices;

namespace GdprKit;

/// <summary>Takes mails over as a test says, and remembers them.</summary>
internal sealed class TestTransport : INoticeTransport
{
    private readonly ConcurrentQueue<NoticeMail> _taken = [];

    /// <summary>What becomes of a mail; by default it is accepted.</summary>
    public Func<NoticeMail, MailOutcome> Answer { get; set; } = _ => new MailOutcome.Accepted();

    /// <summary>Called when a mail was taken over, before the sender is told.</summary>
    public Action<NoticeMail> Taken { get; set; } = _ => { };

    public int MostAtOnce { get; init; } = 2;

    public IReadOnlyList<NoticeMail> Mails => [.. _taken];

    public IEnumerable<string> Addresses => Mails.Select(mail => mail.To).Order(StringComparer.Ordinal);

    public async ValueTask<MailOutcome> SendAsync(NoticeMail mail, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        var outcome = Answer(mail);
        if (outcome is MailOutcome.Accepted)
        {
            _taken.Enqueue(mail);
            Taken(mail);
        }

        return outcome;
    }
}
