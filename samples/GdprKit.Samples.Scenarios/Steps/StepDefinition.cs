using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using GdprKit.Samples.Scenarios.Catalogue;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>A step that is known: its words in one language, and the method that does it.</summary>
internal sealed partial class StepDefinition
{
    private readonly Regex[] _patterns;

    private readonly CultureInfo _culture;

    public StepDefinition(MethodInfo method, Language language)
    {
        (Method, Language, Words) = (method, language, method.GetCustomAttribute<StepAttribute>()!.In(language));
        Parameters = [.. method.GetParameters().Where(parameter => parameter.ParameterType != typeof(CancellationToken)).Select(parameter => StepArgument.Of(parameter.ParameterType))];
        _culture = Spoken.CultureOf(language);
        _patterns = [.. Words.Split(" | ").Select(words => new Regex($"^{PatternOf(words)}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))];
    }

    public MethodInfo Method { get; }

    public Language Language { get; }

    /// <summary>As a writer of scenarios reads them: <c>{person} signs up</c>.</summary>
    public string Words { get; }

    private StepArgument[] Parameters { get; }

    /// <summary>The arguments when the words of a step are these; <see langword="null"/> when they are others.</summary>
    public object[]? Match(string text)
    {
        if (_patterns.Select(pattern => pattern.Match(text)).FirstOrDefault(match => match.Success) is not { } match)
        {
            return null;
        }

        object[] arguments = [.. Parameters.Select((parameter, place) => parameter.Read(match.Groups[place + 1].Value, _culture)).OfType<object>()];
        return arguments.Length == Parameters.Length ? arguments : null;
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\\\((\p{L}+)\\\)")]
    private static partial Regex Optional();

    private string PatternOf(string words)
    {
        var pattern = new StringBuilder();
        var (place, end) = (0, 0);
        foreach (Match placeholder in Placeholder().Matches(words))
        {
            pattern.Append(Regex.Escape(words[end..placeholder.Index])).Append('(').Append(Parameters[place++].Pattern).Append(')');
            end = placeholder.Index + placeholder.Length;
        }

        // As in Cucumber: letters between parentheses may be left out.
        return Optional().Replace(pattern.Append(Regex.Escape(words[end..])).ToString(), "(?:$1)?");
    }
}
