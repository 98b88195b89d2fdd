namespace GdprKit.Ledger;

/// <summary>A decision about a stream: given what it has come to, which entries to add. Made with <see cref="To{TState}"/>.</summary>
/// <remarks>Safe for use by several threads when its function is.</remarks>
public abstract class StreamChange
{
    private protected StreamChange(StreamId stream, SubjectId? about) => (Stream, About) = (stream, about);

    /// <summary>Which stream.</summary>
    public StreamId Stream { get; }

    /// <summary>The person it is about, whose key must not occur in the facts or in the key of the stream; <see langword="null"/> where there is none.</summary>
    public SubjectId? About { get; }

    /// <summary>A decision about a stream.</summary>
    /// <typeparam name="TState">What the stream comes to.</typeparam>
    /// <param name="stream">The stream; its kind is that of the fold.</param>
    /// <param name="about">The person it is about; <see langword="null"/> where it is about nobody, or the person is not known here.</param>
    /// <param name="decide">
    /// From the state to the entries to add; none leaves the stream as it is. Called again when somebody else was faster, so it must do
    /// nothing else.
    /// </param>
    /// <exception cref="ArgumentException">GDPR1121: the stream has another kind than the fold.</exception>
    public static StreamChange To<TState>(StreamId stream, SubjectId? about, Func<TState, ValueList<EntryDraft>> decide)
        where TState : class, IStreamState<TState>
    {
        ArgumentNullException.ThrowIfNull(decide);
        return new StreamChange<TState>(stream, about, decide);
    }

    /// <summary>Whether some of what is recorded in such streams protects somebody.</summary>
    internal abstract bool CanProtect { get; }

    /// <summary>Decides.</summary>
    /// <param name="reading">Reads the stream.</param>
    /// <param name="head">Its head; <see langword="null"/> when it has none.</param>
    /// <param name="isOutOfDate">Whether what the stream says may be out of date, because the database is an older copy.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal abstract ValueTask<PendingChange> DecideAsync(StreamReading reading, StreamHead? head, bool isOutOfDate, CancellationToken cancellationToken);

    /// <summary>The kind of the stream; person and key are withheld.</summary>
    public override string ToString() => Stream.ToString();
}
