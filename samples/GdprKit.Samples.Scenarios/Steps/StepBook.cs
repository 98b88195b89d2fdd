using System.Reflection;
using GdprKit.Samples.Scenarios.Catalogue;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>All steps that are known, in one language.</summary>
internal sealed class StepBook
{
    private readonly Language _language;

    public StepBook(Language language)
    {
        _language = language;
        Definitions =
        [
            .. from type in typeof(StepBook).Assembly.GetTypes()
               from method in type.GetMethods()
               where method.IsDefined(typeof(StepAttribute))
               select new StepDefinition(method, language),
        ];
    }

    public IReadOnlyList<StepDefinition> Definitions { get; }

    /// <summary>The step that some words mean, and its arguments.</summary>
    /// <exception cref="ScenarioException">No step has these words, or more than one.</exception>
    public (StepDefinition Step, object[] Arguments) Find(StepText written, string path)
    {
        var found = (from step in Definitions
                     let arguments = step.Match(written.Text)
                     where arguments is not null
                     select (step, arguments)).ToList();
        return found switch
        {
            [var only] => only,
            [] => throw new ScenarioException(
                $"{path}:{written.Line}: no step is called '{written.Text}'. The nearest is: {Nearest(written.Text)}. --steps {_language} shows all."),
            _ => throw new ScenarioException(
                $"{path}:{written.Line}: '{written.Text}' is {string.Join(" and ", found.Select(each => $"'{each.step.Words}'"))}. Put quotation marks around a name or a text."),
        };
    }

    private string Nearest(string text)
    {
        var words = WordsOf(text);
        return Definitions.MaxBy(step => WordsOf(step.Words).Intersect(words, StringComparer.OrdinalIgnoreCase).Count())!.Words;
    }

    private static string[] WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
