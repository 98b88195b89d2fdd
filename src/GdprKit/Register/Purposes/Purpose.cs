namespace GdprKit;

/// <summary>What an activity is for (Art. 5(1)(b)).</summary>
/// <param name="Description">
/// The purpose as one sentence to the person: "Wij sturen je elke maand onze nieuwsbrief.", "We send you our newsletter every month."
/// </param>
/// <param name="Term">The term of the W3C Data Privacy Vocabulary, a purpose, or <see langword="null"/>.</param>
public sealed record Purpose(LocalizedText Description, DpvTerm? Term = null);
