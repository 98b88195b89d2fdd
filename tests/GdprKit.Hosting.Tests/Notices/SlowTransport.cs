using GdprKit.Notices;

namespace GdprKit.Hosting;

/// <summary>A mail server that takes two mails at once, and takes them over when a test says so.</summary>
internal sealed class SlowTransport : INoticeTransport
{
    private readonly TaskCompletionSource _busy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun;
    private int _mails;

    public int MostAtOnce => 2;

    /// <summary>Completes when two mails are being handed over.</summary>
    public Task Busy => _busy.Task;

    public int Mails => _mails;

    public void Finish() => _finish.SetResult();

    public async ValueTask<MailOutcome> SendAsync(NoticeMail mail, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _begun) == MostAtOnce)
        {
            _busy.SetResult();
        }

        await _finish.Task.WaitAsync(cancellationToken);
        Interlocked.Increment(ref _mails);
        return new MailOutcome.Accepted();
    }
}
