using GdprKit.Samples.Scenarios.Catalogue;
using GdprKit.Samples.Scenarios.Running;
using GdprKit.Samples.Scenarios.Steps;
using Spectre.Console;

namespace GdprKit.Samples.Scenarios.Reporting;

/// <summary>Tells on a console what happens, in words that say the same without their colours.</summary>
internal sealed class ScenarioReport(IAnsiConsole console)
{
    public void List(IEnumerable<FeatureFile> files)
    {
        console.WriteLine("Scenarios. Name one or more, or the path of a file of your own; --all runs all, --steps nl or --steps en shows what a step can say.");
        foreach (var language in files.GroupBy(file => file.Language))
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{(language.Key == Language.Dutch ? "Nederlands" : "English")}[/]");
            foreach (var file in language)
            {
                console.MarkupLineInterpolated($"  [cyan]{file.Name}[/]");
                Say($"      {file.Title}");
            }
        }
    }

    public void List(StepBook book)
    {
        foreach (var step in book.Definitions.OrderBy(step => step.Method.DeclaringType!.Name, StringComparer.Ordinal).ThenBy(step => step.Words, StringComparer.Ordinal))
        {
            Say($"  {step.Words}");
        }
    }

    public void Begin(FeatureFile file)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{file.Title}[/]");
    }

    public void Begin(ScenarioText scenario) => Say($"  {scenario.Name}");

    public void Done(StepText step, Exception? fault)
    {
        if (fault is null)
        {
            console.MarkupLineInterpolated($"    [green]ok[/]     {step.Keyword} {step.Text}");
            return;
        }

        console.MarkupLineInterpolated($"    [red]FAILED[/] {step.Keyword} {step.Text} [dim](line {step.Line})[/]");
        Say($"           {(fault is ExpectationException ? fault.Message : $"{fault.GetType().Name}: {fault.Message}")}");
    }

    public void NotReached(StepText step) => console.MarkupLineInterpolated($"    [dim]-      {step.Keyword} {step.Text}[/]");

    public void End(int scenarios, int failed)
    {
        console.WriteLine();
        var colour = failed == 0 ? Color.Green : Color.Red;
        console.Write(new Text($"Scenarios as described: {scenarios - failed}, failed: {failed}", colour));
        console.WriteLine();
    }

    // Long lines stay whole: who reads them in a file can search them.
    private void Say(string line) => console.Profile.Out.Writer.WriteLine(line);
}
