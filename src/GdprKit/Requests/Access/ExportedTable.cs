using GdprKit.Documents;

namespace GdprKit.Requests;

/// <summary>What the readable document shows of a kind of rows: the first of them, so that it stays readable and memory flat.</summary>
internal sealed class ExportedTable(string title, string file, ValueList<string> headers)
{
    /// <summary>How many rows a person sees without opening the table.</summary>
    public const int MostRows = 250;

    private const int LongestText = 1_000;

    private readonly List<ValueList<InlineText>> _first = [];

    public string Title => title;

    public string File => file;

    public ValueList<string> Headers => headers;

    /// <summary>How many rows there are.</summary>
    public long Rows { get; private set; }

    public ValueList<ValueList<InlineText>> First => _first.ToValueList();

    public void Add(IReadOnlyList<string> cells)
    {
        Rows++;
        if (_first.Count < MostRows)
        {
            _first.Add([ExportedValue.ToText(Rows), .. cells.Select(cell => (InlineText)(cell.Length > LongestText ? $"{cell.AsSpan(0, LongestText)}…" : cell))]);
        }
    }
}
