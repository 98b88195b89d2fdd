namespace GdprKit.Retention;

/// <summary>The previews that were made last: somebody may be looking at one, and approve it, while the application goes on writing.</summary>
/// <remarks>Safe for use by several threads.</remarks>
internal sealed class RecentPreviews
{
    private const int Most = 20;

    private readonly Lock _lock = new();
    private readonly Queue<RetentionPreview> _previews = [];

    public void Remember(RetentionPreview preview)
    {
        lock (_lock)
        {
            if (_previews.Count == Most)
            {
                _previews.Dequeue();
            }

            _previews.Enqueue(preview);
        }
    }

    public RetentionPreview? Find(Digest digest)
    {
        lock (_lock)
        {
            return _previews.LastOrDefault(preview => preview.Digest == digest);
        }
    }
}
