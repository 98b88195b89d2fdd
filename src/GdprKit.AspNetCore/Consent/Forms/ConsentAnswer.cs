namespace GdprKit;

/// <summary>What somebody answered to a question of a form.</summary>
/// <param name="Topic">What was asked.</param>
/// <param name="Agreed">Whether the box was ticked. One that was left empty is no refusal: nothing was said.</param>
/// <param name="Evidence">What shows it: the words, the language and the notice that were shown, and the act.</param>
public sealed record ConsentAnswer(ConsentTopic Topic, bool Agreed, ConsentEvidence Evidence);
