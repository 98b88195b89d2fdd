namespace GdprKit.Decisions;

/// <summary>What shows of a person that they were told of a purpose that was added after the first published version of the notice (Art. 13(3)).</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Heads">
/// The person must have one of these heads: a version that names the purpose was sent to them and did not come back, or they said to have read it, or they
/// consented to it themselves.
/// </param>
/// <param name="NotNeededOf">Of these kinds of people nobody needs to be told: their notice named the purpose from its first version on, or none of theirs holds.</param>
public sealed record ToldTerm(ValueList<HeadTerm> Heads, ValueList<Key<SubjectKind>> NotNeededOf);
