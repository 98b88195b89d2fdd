using NodaTime;

namespace GdprKit;

/// <summary>What happened to a request, in plain words.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="On">On which day, where the controller is.</param>
/// <param name="RecordedAt">When it was recorded; of what was assigned to a person later, when that was.</param>
/// <param name="Sentence">What happened, in one or more sentences.</param>
/// <param name="By">Who did it in the name of the controller; <see langword="null"/> where the person did, or nobody had to.</param>
/// <param name="Texts">What was said in free words, each under its name: <c>asked</c>, <c>question</c>, <c>sentence</c>. Empty when it was forgotten.</param>
public sealed record RightsRequestEvent(LocalDate On, Instant RecordedAt, string Sentence, string? By, ValueList<(string Name, string Text)> Texts)
{
    /// <summary>The day; what was said is withheld.</summary>
    public override string ToString() => $"event of {On:uuuu-MM-dd}";
}
