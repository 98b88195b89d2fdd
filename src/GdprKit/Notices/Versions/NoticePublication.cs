using NodaTime;

namespace GdprKit;

/// <summary>What an operator confirms when a version is published.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record NoticePublication
{
    /// <summary>The digest of the proposal that the operator saw (<see cref="NoticeProposal.Digest"/>).</summary>
    public required Digest Version { get; init; }

    /// <summary>Whether people are told of it. A first version is material.</summary>
    public required ChangeSignificance Significance { get; init; }

    /// <summary>The first day on which it holds, in the controller's zone; <see langword="null"/>, the default, for at once. An editorial version holds no earlier than the one that it corrects.</summary>
    public LocalDate? EffectiveOn { get; init; }

    /// <summary>What is new in plain words, in every language of the register; <see langword="null"/> for <see cref="NoticeProposal.Summary"/>.</summary>
    public LocalizedText? Summary { get; init; }

    /// <summary>
    /// Why nobody needs to be told although the declarations changed materially; only then, and then required (Art. 5(2)). Names no person, because it
    /// is kept as long as the version.
    /// </summary>
    public string? Reason { get; init; }
}
