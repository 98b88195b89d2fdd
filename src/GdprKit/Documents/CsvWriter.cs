using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace GdprKit.Documents;

/// <summary>
/// Writes a table as comma-separated values (RFC 4180) that any spreadsheet can open without running what a user typed: lines end
/// with CRLF, the first names the columns, and a cell is quoted where it must be.
/// </summary>
/// <remarks>
/// <para>
/// A spreadsheet takes what begins with <c>=</c>, <c>+</c>, <c>-</c> or <c>@</c>, also in their full width, for a formula (CWE-1236). Such
/// a cell, and one that begins with a tab or a line break, gets an apostrophe before it, a negative number included. The same goes
/// for what stands after a semicolon, a tab or a line break within a cell: a spreadsheet that expects semicolons, as under Dutch
/// settings, begins a new cell there.
/// </para>
/// <para>For one thread at a time.</para>
/// </remarks>
internal sealed partial class CsvWriter
{
    private const string LineEnd = "\r\n";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private readonly TextWriter _output;
    private readonly int _columns;

    /// <summary>Begins a table with the names of its columns.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="headers">The names of the columns, one or more.</param>
    public CsvWriter(TextWriter output, IReadOnlyCollection<string> headers)
    {
        _output = output;
        _columns = headers.Count;
        WriteRow(headers);
    }

    /// <summary>UTF-8 with a byte order mark, without which Excel takes the file for one of the old code pages.</summary>
    public static Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes a row.</summary>
    /// <param name="cells">One cell per column.</param>
    /// <exception cref="ArgumentException">GDPR1007: there are more or fewer cells than columns.</exception>
    public void WriteRow(IReadOnlyCollection<string> cells)
    {
        if (cells.Count != _columns)
        {
            throw new ArgumentException($"{DocumentMessages.RowOfAnotherWidth}: the table has {_columns} columns and a row of {cells.Count} cells. Give every row one cell per column, empty if need be.", nameof(cells));
        }

        _output.Write(string.Join(',', cells.Select(Write)));
        _output.Write(LineEnd);
    }

    private string Write(string cell)
    {
        var text = WithoutFormulas(cell);
        return NeedsQuotes(text) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    // An unquoted row of one empty cell would be an empty line; some readers drop the spaces around a cell that is not quoted.
    private bool NeedsQuotes(string text) => text.Length == 0
        ? _columns == 1
        : text.AsSpan().ContainsAny(Quoted) || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]);

    private static string WithoutFormulas(string cell)
    {
        var text = Formula().Replace(cell, static formula => $"{formula.Groups["before"]}'{formula.Groups["sign"]}");
        return text is ['\t' or '\r' or '\n', ..] ? $"'{text}" : text;
    }

    // Spaces and quotes before the sign do not keep every spreadsheet from seeing the formula.
    [GeneratedRegex("""(?<before>(?:^|[;\t\r\n])[ "]*)(?<sign>[=+\-@＝＋－＠])""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Formula();
}
