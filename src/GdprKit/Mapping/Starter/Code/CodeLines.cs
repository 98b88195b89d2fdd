namespace GdprKit.Mapping;

/// <summary>Lines of C#, put together.</summary>
internal static class CodeLines
{
    private const int Widest = 140;

    /// <summary>A chain of calls behind an expression, each with its mark before it, on lines of their own; the last ends the statement. A mark can stand alone, but not at the end.</summary>
    public static IEnumerable<string> Chain(string indent, IReadOnlyList<(Mark? Mark, string Call)> calls)
    {
        for (var i = 0; i < calls.Count; i++)
        {
            if (calls[i].Mark is { } mark)
            {
                yield return indent + mark;
            }

            if (calls[i].Call.Length > 0)
            {
                yield return indent + calls[i].Call + (i == calls.Count - 1 ? ";" : "");
            }
        }
    }

    /// <summary>A call on one line, or with every argument on its own where the line would be too long.</summary>
    public static string Call(string indent, string method, params IReadOnlyList<string> arguments)
    {
        var line = $".{method}({string.Join(", ", arguments)})";
        return indent.Length + line.Length <= Widest || arguments.Count < 2
            ? line
            : $".{method}(\n{string.Join(",\n", arguments.Select(argument => $"{indent}    {argument}"))})";
    }
}
