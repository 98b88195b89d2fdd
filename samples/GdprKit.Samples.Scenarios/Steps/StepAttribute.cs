namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>Ties a method to the words of a step, in both languages.</summary>
/// <param name="en">
/// In English. What stands between braces is a parameter of the method, in the same order: <c>{person} signs up</c>; letters between
/// parentheses may be left out: <c>line(s)</c>; other ways to say the same follow after a bar: <c>it is {day} | today is {day}</c>.
/// </param>
/// <param name="nl">The same in Dutch, where the order of the words depends on what stands before them.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StepAttribute(string en, string nl) : Attribute
{
    public string En { get; } = en;

    public string Nl { get; } = nl;

    public string In(Language language) => language == Language.Dutch ? Nl : En;
}
