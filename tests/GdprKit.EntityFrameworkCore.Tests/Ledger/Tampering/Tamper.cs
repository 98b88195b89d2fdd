namespace GdprKit.EntityFrameworkCore.Ledger.Tampering;

/// <summary>Something that somebody does to a ledger beside it.</summary>
/// <param name="What">In words: <c>gdpr_entry.facts of row 3 is changed</c>.</param>
/// <param name="Position">The position of the first entry that is bad by it; <see langword="null"/> where it is about none.</param>
/// <param name="Harmless">Why nothing that is looked at afterwards tells it from what was, or can be told it; <see langword="null"/> where it must be found.</param>
/// <param name="Waits">Whether it is about an entry that has no position yet: that is verified when it has one.</param>
internal sealed record Tamper(string What, long? Position = null, string? Harmless = null, bool Waits = false);
