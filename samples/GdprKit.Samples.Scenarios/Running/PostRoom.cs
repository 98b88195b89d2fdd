using GdprKit.Notices;

namespace GdprKit.Samples.Scenarios.Running;

/// <summary>Hands the mails of the shop over to where they go; a scenario can let the program be killed right after one of them.</summary>
internal sealed class PostRoom(INoticeTransport transport) : INoticeTransport
{
    private int _left = int.MaxValue;

    private CancellationTokenSource? _power;

    // One after another, so that it is known which mail was the last.
    public int MostAtOnce => 1;

    /// <summary>Lets the power fail after a number of mails, before anybody can write down that the last of them went.</summary>
    public void FailAfter(int mails, CancellationTokenSource power) => (_left, _power) = (mails, power);

    public async ValueTask<MailOutcome> SendAsync(NoticeMail mail, CancellationToken cancellationToken)
    {
        var outcome = await transport.SendAsync(mail, cancellationToken);
        if (--_left == 0)
        {
            await _power!.CancelAsync();
            throw new OperationCanceledException(_power.Token);
        }

        return outcome;
    }
}
