namespace GdprKit;

/// <summary>A decision with legal or similarly significant effects that is taken by a machine alone (Art. 22(1), 13(2)(f)).</summary>
/// <param name="Logic">How the machine decides, in words that mean something to the person.</param>
/// <param name="Consequences">What the decision means for the person.</param>
/// <param name="Review">How the person gets a human to look at it, gives a view and contests it (Art. 22(3)).</param>
public sealed record AutomatedDecision(LocalizedText Logic, LocalizedText Consequences, LocalizedText Review);
