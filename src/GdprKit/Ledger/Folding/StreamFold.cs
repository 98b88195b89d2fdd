namespace GdprKit.Ledger;

/// <summary>How the entries of one kind of streams become a state, and how long they are kept; whatever the type of the state.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public abstract class StreamFold
{
    private protected StreamFold(StreamKind kind, int version) => (Kind, Version) = (kind, version);

    /// <summary>The kind of the streams.</summary>
    public StreamKind Kind { get; }

    /// <summary>
    /// The version of the fold, 1 or higher. Raise it whenever the same entries come to another state or index, or a new type of entries
    /// is known: heads of a lower version are folded again.
    /// </summary>
    public int Version { get; }

    /// <summary>As which of GdprKit's own records the streams are kept.</summary>
    /// <value>The default is <see cref="OwnRecordKind.Unspecified"/>: they never expire.</value>
    public OwnRecordKind KeptFor { get; private protected set; }

    /// <summary>The states in which what a stream proves has ended, so that its period runs from <see cref="StreamIndex.Since"/>.</summary>
    public ValueList<StreamStatus> EndedIn { get; private protected set; } = [];

    /// <summary>
    /// The states in which what a stream proves ends by itself when it is due, so that its period runs from <see cref="StreamIndex.Due"/>, as of
    /// consent for a time.
    /// </summary>
    public ValueList<StreamStatus> EndedWhenDueIn { get; private protected set; } = [];

    /// <summary>
    /// Whether a stream keeps the data of whom it is about from going, as a hold or a restriction does: in every state but those of
    /// <see cref="ReleasedIn"/>, and when its state cannot be told.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsShield { get; private protected set; }

    /// <summary>The states in which a stream that is a shield keeps nothing from going any more.</summary>
    public ValueList<StreamStatus> ReleasedIn { get; private protected set; } = [];

    /// <summary>
    /// The types of entries that protect somebody, as a withdrawal: they are recorded in any case, and while the database is an older copy that was restored also kept in the mirror, so that they outlive another restore.
    /// </summary>
    public ValueList<EntryType> Protecting { get; private protected set; } = [];

    /// <summary>The types of entries that the fold knows, in order.</summary>
    public abstract ValueList<EntryType> EntryTypes { get; }

    /// <summary>Whether the fold knows a type of entries.</summary>
    /// <param name="type">The type.</param>
    public abstract bool Knows(EntryType type);

    /// <summary>Whether the fold has words for a type of entries; what has none is shown by the name of its type.</summary>
    /// <param name="type">The type.</param>
    public abstract bool Tells(EntryType type);

    /// <summary>What an entry says; <see langword="null"/> when the fold has no words for its type.</summary>
    internal abstract string? Say(LedgerEntry entry, EntryWords words);

    /// <summary>The head of a stream after entries that follow it; <see langword="null"/> where one of them was written by a newer program.</summary>
    /// <param name="reading">Reads what comes before them.</param>
    /// <param name="head">The head before them; <see langword="null"/> when they are the first.</param>
    /// <param name="entries">One or more entries, in their order.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal abstract ValueTask<StreamHead?> ContinueAsync(StreamReading reading, StreamHead? head, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken);

    internal abstract ValueTask<StreamAppend?> RefoldAsync(StreamReading reading, StreamHead head, CancellationToken cancellationToken);

    /// <summary>The kind and the version.</summary>
    public override string ToString() => $"{Kind}, fold version {Version}";
}
