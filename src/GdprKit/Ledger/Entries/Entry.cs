using NodaTime;

namespace GdprKit.Ledger;

/// <summary>An entry with its facts read.</summary>
/// <typeparam name="TFacts">The type of the facts.</typeparam>
public sealed class Entry<TFacts>
    where TFacts : class
{
    private readonly LedgerEntry _entry;

    internal Entry(LedgerEntry entry, TFacts facts) => (_entry, Facts) = (entry, facts);

    /// <summary>What it says.</summary>
    public TFacts Facts { get; }

    /// <summary>Its id.</summary>
    public EntryId Id => _entry.Id;

    /// <summary>The stream it belongs to.</summary>
    public StreamId Stream => _entry.Stream;

    /// <summary>Its place in the stream.</summary>
    public long Version => _entry.Version;

    /// <summary>When it was recorded.</summary>
    public Instant RecordedAt => _entry.RecordedAt;

    /// <summary>The digests of the content it refers to.</summary>
    public ValueList<Digest> Content => _entry.Content;

    /// <summary>Type and version; person and facts are withheld.</summary>
    public override string ToString() => _entry.ToString();
}
