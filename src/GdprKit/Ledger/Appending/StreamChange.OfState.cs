namespace GdprKit.Ledger;

/// <summary>A decision about a stream whose state has a known type.</summary>
internal sealed class StreamChange<TState> : StreamChange
    where TState : class, IStreamState<TState>
{
    private readonly Func<TState, ValueList<EntryDraft>> _decide;

    public StreamChange(StreamId stream, SubjectId? about, Func<TState, ValueList<EntryDraft>> decide)
        : base(stream, about)
    {
        RequireKind(stream);
        _decide = decide;
    }

    public static void RequireKind(StreamId stream)
    {
        if (stream.Kind != TState.Fold.Kind)
        {
            throw new ArgumentException($"{LedgerMessages.StreamOfAnotherKind}: a {stream} is folded as '{TState.Fold.Kind}'. Use the state of its kind.", nameof(stream));
        }
    }

    internal override bool CanProtect => !TState.Fold.Protecting.IsEmpty;

    internal override async ValueTask<PendingChange> DecideAsync(StreamReading reading, StreamHead? head, bool isOutOfDate, CancellationToken cancellationToken)
    {
        FactsGuard.CheckKey(Stream.Key, About);
        var snapshot = await reading.ReadAsync<TState>(Stream, head, cancellationToken).ConfigureAwait(false);
        if (snapshot.State is not { } state)
        {
            throw StreamReading.Newer(Stream.Kind, snapshot.Newer!.Value);
        }

        var drafts = _decide(state);
        if (drafts.IsEmpty && isOutOfDate)
        {
            // It is done already, says a copy that may not know of what undid it.
            drafts = _decide(TState.Fold.Empty).Where(draft => TState.Fold.Protecting.Contains(draft.Type)).ToValueList();
        }

        foreach (var draft in drafts)
        {
            FactsGuard.Check(draft.Facts, About);
        }

        return new PendingChange<TState>(snapshot, drafts) { About = About };
    }
}
