using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using GdprKit.Documents;

namespace GdprKit;

/// <summary>Texts that were published, by their digest, so that none is ever stale; of more than fit, those that were not read for longest go. Safe for use by several threads.</summary>
internal sealed class KnownTexts
{
    /// <summary>How many are kept, each language counted.</summary>
    public const int Most = 256;

    private readonly ConcurrentDictionary<Digest, (Document Text, long Turn)> _texts = [];

    private long _turn;

    public bool TryRecall(Digest digest, [NotNullWhen(true)] out Document? text)
    {
        text = _texts.GetValueOrDefault(digest).Text;
        if (text is not null)
        {
            _texts[digest] = (text, Interlocked.Increment(ref _turn));
        }

        return text is not null;
    }

    public void Remember(Digest digest, Document text)
    {
        _texts[digest] = (text, Interlocked.Increment(ref _turn));
        while (_texts.Count > Most)
        {
            _texts.TryRemove(_texts.MinBy(known => known.Value.Turn).Key, out _);
        }
    }
}
