using Gherkin;
using Gherkin.CucumberMessages;
using Gherkin.CucumberMessages.Pickles;
using Io.Cucumber.Messages.Types;

namespace GdprKit.Samples.Scenarios.Catalogue;

/// <summary>A file of scenarios, read by the official parser of Gherkin.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Title">What it is about, from its first line.</param>
/// <param name="Language">In which language it is written.</param>
/// <param name="Scenarios">Its scenarios in order, one or more.</param>
public sealed record FeatureFile(string Path, string Title, Language Language, ValueList<ScenarioText> Scenarios)
{
    /// <summary>By what it is asked for: the name of the file without its ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Reads a file.</summary>
    /// <exception cref="ScenarioException">The file cannot be read, is no Gherkin, or holds no scenario.</exception>
    public static FeatureFile Read(string path)
    {
        var ids = new IncrementingIdGenerator();
        var document = new AstMessagesConverter(ids).ConvertGherkinDocumentToEventArgs(Parse(path), path);
        if (document.Feature is not { } feature)
        {
            throw new ScenarioException($"{path} is empty. Begin it with 'Feature:', or with '# language: nl' and 'Functionaliteit:'.");
        }

        if (!Language.TryParse(feature.Language, out var language) || (language != Language.Dutch && language != Language.English))
        {
            throw new ScenarioException($"{path}: steps are known in Dutch and English, not in '{feature.Language}'. Write '# language: nl' or '# language: en' on the first line.");
        }

        var keywords = StepsOf(feature).ToDictionary(step => step.Id);
        var scenarios = new PickleCompiler(ids).Compile(document)
            .Select(pickle => new ScenarioText(pickle.Name, pickle.Steps.Select(step => Read(step, keywords[step.AstNodeIds[0]], path)).ToValueList()))
            .ToValueList();
        return scenarios.IsEmpty
            ? throw new ScenarioException($"{path} holds no scenario with steps. Add one.")
            : new FeatureFile(path, feature.Name, language, scenarios);
    }

    private static Gherkin.Ast.GherkinDocument Parse(string path)
    {
        try
        {
            return new Parser().Parse(path);
        }
        catch (ParserException fault)
        {
            throw new ScenarioException($"{path} is not Gherkin: {fault.Message.ReplaceLineEndings(" ")} See https://cucumber.io/docs/gherkin/reference.");
        }
        catch (System.Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ScenarioException($"{path} cannot be read: {fault.Message}");
        }
    }

    private static StepText Read(PickleStep step, Step written, string path) => step.Argument is null
        ? new StepText(written.Keyword.Trim(), step.Text, written.Location.Line)
        : throw new ScenarioException($"{path}:{written.Location.Line}: no step takes a table or a text below it. Say it in the line itself.");

    private static IEnumerable<Step> StepsOf(Feature feature) => feature.Children
        .SelectMany(child => StepsOf(child.Background, child.Scenario)
            .Concat(child.Rule?.Children.SelectMany(each => StepsOf(each.Background, each.Scenario)) ?? []));

    private static IEnumerable<Step> StepsOf(Background? background, Scenario? scenario) => (background?.Steps ?? []).Concat(scenario?.Steps ?? []);
}
