using System.Collections.Frozen;

namespace GdprKit.Ledger;

/// <summary>
/// Tells in plain words what entries of the ledger say. The words belong to the folds
/// (<see cref="StreamFold{TState}.Tell{TFacts}"/>), so every room, and every host with streams of its own, brings them along.
/// </summary>
/// <remarks>
/// Sentences hold nothing but facts, so they identify nobody; whom an entry is about is for the host to say. Immutable. Safe for use by
/// several threads.
/// </remarks>
public sealed class LedgerWording
{
    private readonly ProcessingRegister _register;

    private readonly FrozenDictionary<StreamKind, StreamFold> _folds;

    /// <summary>The words of some folds.</summary>
    /// <param name="register">The register, for the names of what facts refer to.</param>
    /// <param name="folds">Every fold that the program knows, each kind once.</param>
    /// <exception cref="ArgumentException">GDPR1122: two folds are of one kind.</exception>
    public LedgerWording(ProcessingRegister register, IEnumerable<StreamFold> folds)
    {
        ArgumentNullException.ThrowIfNull(register);
        var kinds = folds.ToLookup(fold => fold.Kind);
        if (kinds.FirstOrDefault(kind => kind.Skip(1).Any()) is { } twice)
        {
            throw new ArgumentException($"{LedgerMessages.FoldIncoherent}: two folds are of the kind '{twice.Key}'. Give a kind of streams one fold.", nameof(folds));
        }

        (_register, _folds) = (register, kinds.ToFrozenDictionary(kind => kind.Key, kind => kind.Single()));
    }

    /// <summary>Whether this program knows what an entry means. What it does not know a newer program wrote; it can be shown, and its stream not added to.</summary>
    /// <param name="entry">The entry.</param>
    public bool Knows(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return _folds.TryGetValue(entry.Stream.Kind, out var fold) && fold.Knows(entry.Type);
    }

    /// <summary>What an entry says, in one or more whole sentences.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="language">Dutch or English.</param>
    /// <returns>The sentence; of an entry that is not known or cannot be read, one that says so and names its type.</returns>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    public string Tell(LedgerEntry entry, Language language)
    {
        var words = new EntryWords(_register, RegisterWording.In(language));
        if (!Knows(entry))
        {
            return words.Choose(
                $"Een nieuwere versie van dit programma legde hier iets vast wat deze versie niet kent: {entry.Type}.",
                $"A newer version of this program recorded something here that this version does not know: {entry.Type}.");
        }

        try
        {
            return _folds[entry.Stream.Kind].Say(entry, words)
                ?? words.Choose($"Vastgelegd: {entry.Type}.", $"Recorded: {entry.Type}.");
        }
        catch (LedgerException fault) when (fault.Id == LedgerMessages.EntryUnreadable)
        {
            return words.Choose($"Wat hier werd vastgelegd, is niet te lezen: {entry.Type}.", $"What was recorded here cannot be read: {entry.Type}.");
        }
    }
}
