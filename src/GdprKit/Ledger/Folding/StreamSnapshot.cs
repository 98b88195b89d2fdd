using NodaTime;

namespace GdprKit.Ledger;

/// <summary>A stream as it was when it was read.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <typeparam name="TState">The state.</typeparam>
public sealed record StreamSnapshot<TState>
    where TState : class, IStreamState<TState>
{
    /// <summary>Which stream.</summary>
    public required StreamId Stream { get; init; }

    /// <summary>The version of its last entry; 0 when it has none.</summary>
    public required long Version { get; init; }

    /// <summary>When its last entry was recorded; <see langword="null"/> when it has none.</summary>
    public Instant? RecordedAt { get; init; }

    /// <summary>
    /// What its entries come to. <see langword="null"/> when one of them was written by a newer program, and only then: what it means is
    /// not known here, so nothing may be concluded and nothing added.
    /// </summary>
    public TState? State { get; init; }

    /// <summary>The type of the first entry that this program does not know; <see langword="null"/> when it knows all.</summary>
    public EntryType? Newer { get; init; }

    /// <summary>The state, where nothing may be done without it.</summary>
    /// <exception cref="LedgerException">GDPR3103: a newer program wrote an entry.</exception>
    internal TState RequireState() => State ?? throw StreamReading.Newer(Stream.Kind, Newer!.Value);

    /// <summary>Kind and version; subject, key and state are withheld.</summary>
    public override string ToString() => $"{Stream}, version {Version}";
}
