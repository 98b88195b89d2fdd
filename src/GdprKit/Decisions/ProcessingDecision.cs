using GdprKit.Decisions;

namespace GdprKit;

/// <summary>The answer to "may I process these data, and why?", made by <see cref="ProcessingDecisions"/>.</summary>
/// <remarks>
/// A legal "no" is this value and no exception. There is none that permits by accident: <c>default</c> is <see langword="null"/>, and
/// nobody else can make one. Immutable. Safe for use by several threads.
/// </remarks>
public sealed class ProcessingDecision
{
    internal ProcessingDecision(DecisionReason reason, DecisionEvidence restsOn) => (Reason, RestsOn) = (reason, restsOn);

    /// <summary>Whether it is permitted.</summary>
    public bool Permitted => Reason.Permits;

    /// <summary>Why.</summary>
    public DecisionReason Reason { get; }

    /// <summary>What it rests on.</summary>
    public DecisionEvidence RestsOn { get; }

    /// <summary>The reason in a sentence or two that a person without knowledge of law understands.</summary>
    /// <param name="language">Dutch or English.</param>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    public string Explain(Language language) => Reason.Explain(language);

    /// <summary>The verdict and its reason; people are withheld.</summary>
    public override string ToString() => $"{(Permitted ? "permitted" : "denied")}: {Reason}";
}
