using System.Collections;
using System.Runtime.CompilerServices;

namespace GdprKit.Documents;

/// <summary>A line of text made of pieces: <c>InlineText line = ["Ask ", Inline.ToEmail("privacy@example.nl"), "."];</c></summary>
/// <remarks>Immutable, compared by value. A string is a text of one plain piece. <c>default</c> is empty. Safe for use by several threads.</remarks>
[CollectionBuilder(typeof(InlineText), nameof(Create))]
public readonly record struct InlineText : IEnumerable<Inline>
{
    private readonly ValueList<Inline> _pieces;

    private InlineText(ValueList<Inline> pieces) => _pieces = pieces;

    /// <summary>Whether there are no pieces.</summary>
    public bool IsEmpty => _pieces.IsEmpty;

    /// <summary>A text of one plain piece.</summary>
    public static implicit operator InlineText(string text) => new([new Inline.Text(text)]);

    /// <summary>A text of one piece.</summary>
    public static implicit operator InlineText(Inline piece) => new([piece]);

    /// <summary>A text of these pieces.</summary>
    /// <param name="pieces">The pieces, in reading order.</param>
    public static InlineText Create(ReadOnlySpan<Inline> pieces) => new(ValueList.Create(pieces));

    /// <summary>The texts one after another, with a separator between each two.</summary>
    /// <param name="separator">The separator.</param>
    /// <param name="texts">The texts.</param>
    public static InlineText Join(Inline separator, params IEnumerable<InlineText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var pieces = new List<Inline>();
        foreach (var text in texts)
        {
            if (pieces.Count > 0)
            {
                pieces.Add(separator);
            }

            pieces.AddRange(text._pieces);
        }

        return new InlineText(pieces.ToValueList());
    }

    /// <summary>Walks the pieces in reading order.</summary>
    public IEnumerator<Inline> GetEnumerator() => ((IEnumerable<Inline>)_pieces).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The text without its marks: links by their labels, a line break as a space.</summary>
    public override string ToString() => string.Concat(_pieces.Select(piece => piece switch
    {
        Inline.Text text => text.Value,
        Inline.Strong strong => strong.Value,
        Inline.Code code => code.Value,
        Inline.Link link => link.Label,
        _ => " ",
    }));
}
