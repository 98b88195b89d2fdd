namespace GdprKit;

/// <summary>The place in a law, guideline or decision that a declaration rests on, for example <c>art. 52 AWR</c>.</summary>
/// <param name="Text">How the source is cited, short and as a lawyer would: <c>art. 52 lid 4 AWR</c>.</param>
/// <param name="Url">Where it can be read; absolute, or <see langword="null"/>.</param>
/// <param name="Jurisdiction">
/// Whose law it is: a country, or <see langword="null"/> for the Union's own law or where it does not matter.
/// </param>
public sealed record Citation(string Text, Uri? Url = null, CountryCode? Jurisdiction = null);
