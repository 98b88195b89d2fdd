namespace GdprKit.Mapping;

/// <summary>A word in the name of a property that betrays personal data.</summary>
/// <param name="Text">The word or compound, in lower case without separators.</param>
/// <param name="Meaning">What such a property holds, as a reader says it.</param>
/// <param name="Category">The key that a category of it usually has.</param>
/// <param name="Term">The term of the W3C Data Privacy Vocabulary by which a register may declare it under another key.</param>
internal sealed record PersonalDataWord(string Text, string Meaning, string Category, string Term);
