using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using NodaTime;

namespace GdprKit.Ledger;

/// <summary>How the entries of one kind of streams become a state.</summary>
/// <remarks>
/// An entry of a type that it does not know was written by a newer program. The stream can then be read but not added to, and has no
/// state: see <see cref="StreamSnapshot{TState}"/>. Immutable: every call returns another fold. Safe for use by several threads.
/// </remarks>
/// <typeparam name="TState">The state.</typeparam>
public sealed class StreamFold<TState> : StreamFold
    where TState : class, IStreamState<TState>
{
    private readonly ClosedJson<TState> _json;

    private readonly ImmutableSortedDictionary<EntryType, Func<TState, LedgerEntry, TState>> _handlers;

    private ImmutableSortedDictionary<EntryType, Func<LedgerEntry, EntryWords, string>> _tellers = ImmutableSortedDictionary<EntryType, Func<LedgerEntry, EntryWords, string>>.Empty;

    private StateReader<TState>? _read;

    /// <summary>A fold that knows no entries yet.</summary>
    /// <param name="kind">The kind of the streams.</param>
    /// <param name="version">The version, 1 or higher.</param>
    /// <param name="empty">The state of a stream without entries.</param>
    /// <param name="json">How the state is written, from a source-generated context.</param>
    /// <exception cref="FormatException">GDPR1102: the kind is malformed.</exception>
    /// <exception cref="ArgumentException">GDPR1110: the state can hold more than closed types; every such property is named.</exception>
    public StreamFold(string kind, int version, TState empty, JsonTypeInfo<TState> json)
        : this(kind, version, empty, () => json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _ = _json.Value;
    }

    /// <summary>A fold whose state is looked at when it is first needed.</summary>
    internal StreamFold(string kind, int version, TState empty, Func<JsonTypeInfo<TState>> find)
        : this(StreamKind.Parse(kind), version, empty, new ClosedJson<TState>(find, "a state"), ImmutableSortedDictionary<EntryType, Func<TState, LedgerEntry, TState>>.Empty)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentNullException.ThrowIfNull(empty);
    }

    private StreamFold(StreamFold<TState> other, ImmutableSortedDictionary<EntryType, Func<TState, LedgerEntry, TState>>? handlers = null)
        : this(other.Kind, other.Version, other.Empty, other._json, handlers ?? other._handlers)
    {
        (_tellers, _read, KeptFor, EndedIn, EndedWhenDueIn) = (other._tellers, other._read, other.KeptFor, other.EndedIn, other.EndedWhenDueIn);
        (IsShield, ReleasedIn, Protecting) = (other.IsShield, other.ReleasedIn, other.Protecting);
    }

    private StreamFold(
        StreamKind kind, int version, TState empty, ClosedJson<TState> json, ImmutableSortedDictionary<EntryType, Func<TState, LedgerEntry, TState>> handlers)
        : base(kind, version) => (Empty, _json, _handlers) = (empty, json, handlers);

    internal JsonTypeInfo<TState> Json => _json.Value;

    /// <summary>The state of a stream without entries.</summary>
    public TState Empty { get; }

    /// <inheritdoc/>
    public override ValueList<EntryType> EntryTypes => _handlers.Keys.ToValueList();

    /// <summary>Says what a type of entries does to the state.</summary>
    /// <typeparam name="TFacts">The facts of the entries.</typeparam>
    /// <param name="type">The type of the entries.</param>
    /// <param name="apply">The state before it and the entry, to the state after it; depends on nothing else.</param>
    /// <exception cref="ArgumentException">GDPR1122: the fold knows the type already.</exception>
    public StreamFold<TState> On<TFacts>(EntryType<TFacts> type, Func<TState, Entry<TFacts>, TState> apply)
        where TFacts : class
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(apply);
        return _handlers.ContainsKey(type.Type)
            ? throw new ArgumentException($"{LedgerMessages.FoldIncoherent}: the fold of '{Kind}' knows entries of type '{type}' already. Say once what they do.", nameof(type))
            : With(_handlers.Add(type.Type, (state, entry) => apply(state, type.Read(entry))));
    }

    /// <summary>Says in plain words, in Dutch and English, what entries of a type say; <see cref="LedgerWording"/> tells it to people.</summary>
    /// <remarks>
    /// <code>.Tell(PhoneEntries.Given, (entry, words) =&gt; words.Choose(nl: "Vindt het goed dat we bellen.", en: "Agreed that we call."))</code>
    /// </remarks>
    /// <typeparam name="TFacts">The facts of the entries.</typeparam>
    /// <param name="type">A type of entries that the fold knows.</param>
    /// <param name="tell">From an entry to one or more whole sentences; without the person, whom the host names.</param>
    /// <exception cref="ArgumentException">GDPR1122: the fold does not know the type, or has words for it already.</exception>
    public StreamFold<TState> Tell<TFacts>(EntryType<TFacts> type, Func<Entry<TFacts>, EntryWords, string> tell)
        where TFacts : class
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(tell);
        if (!Knows(type.Type) || Tells(type.Type))
        {
            throw new ArgumentException($"{LedgerMessages.FoldIncoherent}: the fold of '{Kind}' is given words for entries of type '{type}', which it does not know or has words for. Say with On what they do, then say once how they are told.", nameof(type));
        }

        var fold = With(_handlers);
        fold._tellers = _tellers.Add(type.Type, (entry, words) => tell(type.Read(entry), words));
        return fold;
    }

    /// <summary>Says by what a state is read before it is read as JSON of any form: it reads what this program writes, and gives up on all else.</summary>
    internal StreamFold<TState> ReadBy(StateReader<TState> read) => new(this) { _read = read };

    /// <summary>Says how long the streams are kept.</summary>
    /// <param name="record">As which of GdprKit's own records.</param>
    /// <param name="endedIn">The states in which what a stream proves has ended.</param>
    public StreamFold<TState> KeptAs(OwnRecordKind record, params ReadOnlySpan<StreamStatus> endedIn) => new(this) { KeptFor = record, EndedIn = [.. endedIn] };

    /// <summary>Says in which states what a stream proves ends by itself when it is due (<see cref="StreamIndex.Due"/>).</summary>
    /// <param name="states">The states; a stream in one of them that is never due does not end.</param>
    public StreamFold<TState> EndingWhenDue(params ReadOnlySpan<StreamStatus> states) => new(this) { EndedWhenDueIn = [.. states] };

    /// <summary>
    /// Says that a stream keeps the data of whom it is about from going until it is in one of these states: no disposal passes it by, and
    /// what is appended to it waits for the batch of a disposal that is under way (Art. 17(3), 18(1)).
    /// </summary>
    /// <param name="released">The states in which it keeps nothing any more.</param>
    public StreamFold<TState> ShieldingUntil(params ReadOnlySpan<StreamStatus> released) => new(this) { IsShield = true, ReleasedIn = [.. released] };

    /// <summary>
    /// Says which entries protect somebody, as a withdrawal or a hold. In an older copy of the database that was restored they are recorded also when what the copy says makes them superfluous, because it may be out of date, and
    /// kept in the mirror, so that they outlive another restore.
    /// </summary>
    /// <param name="types">The types, which the fold knows.</param>
    public StreamFold<TState> ProtectingBy(params ReadOnlySpan<EntryType> types) => new(this) { Protecting = [.. types] };

    /// <inheritdoc/>
    public override bool Knows(EntryType type) => _handlers.ContainsKey(type);

    /// <inheritdoc/>
    public override bool Tells(EntryType type) => _tellers.ContainsKey(type);

    /// <summary>The state after an entry.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="entry">An entry of a type that the fold knows.</param>
    /// <exception cref="LedgerException">GDPR3103: the fold does not know the type. GDPR3105: the facts do not have its shape.</exception>
    public TState Apply(TState state, LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return _handlers.TryGetValue(entry.Type, out var apply) ? apply(state, entry) : throw StreamReading.Newer(entry.Stream.Kind, entry.Type);
    }

    internal StreamHead HeadOf(TState state, LedgerEntry last)
    {
        var index = state.ToIndex();
        return new StreamHead
        {
            Stream = last.Stream,
            Version = last.Version,
            RecordedAt = last.RecordedAt,
            FoldVersion = Version,
            Index = index with { Since = LedgerTime.Floor(index.Since), Due = index.Due is { } due ? LedgerTime.Floor(due) : null },
            State = FactsJson.Write(state, _json.Value, "state"),
        };
    }

    /// <summary>The head of a stream that has no entry yet and is claimed: what it says is in no entry.</summary>
    internal StreamHead ClaimOf(StreamId stream, TState state, Instant now)
    {
        var index = state.ToIndex();
        return new StreamHead
        {
            Stream = stream,
            Version = 0,
            RecordedAt = LedgerTime.Floor(now),
            FoldVersion = Version,
            Index = index with { Since = LedgerTime.Floor(index.Since), Due = index.Due is { } due ? LedgerTime.Floor(due) : null },
            State = FactsJson.Write(state, _json.Value, "state"),
        };
    }

    internal override string? Say(LedgerEntry entry, EntryWords words) => _tellers.TryGetValue(entry.Type, out var tell) ? tell(entry, words) : null;

    internal TState? TryRead(StreamHead head) => head.FoldVersion == Version ? _read?.Invoke(head.State.AsSpan()) ?? FactsJson.TryRead(head.State, _json.Value) : null;

    internal override async ValueTask<StreamHead?> ContinueAsync(StreamReading reading, StreamHead? head, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var before = head is { Version: > 0 } ? (await reading.ReadAsync<TState>(head.Stream, head, cancellationToken).ConfigureAwait(false)).State : Empty;
        return before is null || entries.Any(entry => !Knows(entry.Type)) ? null : HeadOf(entries.Aggregate(before, Apply), entries[^1]);
    }

    internal override async ValueTask<StreamAppend?> RefoldAsync(StreamReading reading, StreamHead head, CancellationToken cancellationToken)
    {
        var (snapshot, last) = await reading.FoldAsync(this, head, cancellationToken).ConfigureAwait(false);
        return snapshot.State is { } state && last is not null ? new StreamAppend(last.Version, [], HeadOf(state, last)) { IsShield = IsShield } : null;
    }

    private StreamFold<TState> With(ImmutableSortedDictionary<EntryType, Func<TState, LedgerEntry, TState>> handlers) => new(this, handlers);
}
