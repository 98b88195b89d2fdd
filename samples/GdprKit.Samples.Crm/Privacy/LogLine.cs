using GdprKit.Ledger;

namespace GdprKit.Samples.Crm.Privacy;

/// <summary>An entry of the log, for a reader.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="At">When it was recorded, in the time of the shop.</param>
/// <param name="Sentence">What it says.</param>
/// <param name="IsKnown">Whether this version of the shop knows what it means.</param>
/// <param name="Who">Whom it is about; <see langword="null"/> when it is about nobody, or about somebody whose data are gone.</param>
/// <param name="By">The employee who did it; <see langword="null"/> when that is not known any more, or was nobody.</param>
public sealed record LogLine(LedgerEntry Entry, DateTime At, string Sentence, bool IsKnown, LogPerson? Who, LogPerson? By)
{
    public bool IsAboutNobody => Entry.Stream.Subject.IsNone;

    /// <summary>Whether something was said in free words that is forgotten by now.</summary>
    public bool HasForgottenWords => Entry is { DetailsCommitment: not null, Details: null };

    /// <summary>What was said in free words, and is not forgotten.</summary>
    public IEnumerable<(string Name, string Text)> Words => Entry.Details?.ToTexts() ?? [];
}
