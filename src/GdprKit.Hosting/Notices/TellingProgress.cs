namespace GdprKit.Hosting;

/// <summary>Hears how far a call of the sender has come, and passes on what is new since it heard last.</summary>
internal sealed class TellingProgress(NoticeWatch watch, NoticeVersion version) : IProgress<NoticeSendingResult>
{
    private NoticeSendingResult _last = new();

    public void Report(NoticeSendingResult value)
    {
        watch.Told(version, _last, value);
        _last = value;
    }
}
