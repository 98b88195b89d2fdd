using GdprKit.Ledger;

namespace GdprKit.Consent;

/// <summary>A notice that was offered with a consent, and what was agreed to by it.</summary>
/// <param name="Agreement">The digest of the part of the register that was agreed to.</param>
/// <param name="Then">What the register declared of the activity then; <see langword="null"/> where that is what it declares today.</param>
/// <param name="IsExplicit">Whether explicit consent was asked.</param>
internal sealed record ShownNotice(Digest Agreement, ProcessingActivity? Then, bool IsExplicit)
{
    /// <summary>What is kept with the consent.</summary>
    public ValueList<LedgerContent> Content { get; init; } = [];

    /// <summary>What the ledger keeps already.</summary>
    public ValueList<Digest> Stored { get; init; } = [];
}
