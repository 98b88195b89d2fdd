namespace GdprKit.Ledger;

/// <summary>Something that is wrong with a ledger.</summary>
/// <param name="Fault">What it is.</param>
/// <param name="Position">At which position; <see langword="null"/> where it is about none.</param>
/// <param name="Entry">Which entry; <see langword="null"/> where it is about none, or its id cannot be told.</param>
/// <param name="Kind">Of which kind the stream is; <see langword="null"/> where that cannot be told.</param>
public sealed record VerificationFinding(VerificationFault Fault, long? Position = null, EntryId? Entry = null, StreamKind? Kind = null);
