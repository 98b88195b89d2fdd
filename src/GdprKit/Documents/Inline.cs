namespace GdprKit.Documents;

/// <summary>A piece of a line of text.</summary>
/// <remarks>Text is never markup: every renderer encodes it. White space and line breaks within it count as one space.</remarks>
public abstract partial record Inline
{
    private Inline()
    {
    }

    /// <summary>Plain text is a piece by itself.</summary>
    public static implicit operator Inline(string text) => new Text(text);

    /// <summary>Plain text.</summary>
    /// <param name="Value">The text.</param>
    public sealed record Text(string Value) : Inline
    {
        /// <summary>The text.</summary>
        public string Value { get; } = PlainText.Clean(Value);
    }

    /// <summary>Text that matters more than what stands around it.</summary>
    /// <param name="Value">The text.</param>
    public sealed record Strong(string Value) : Inline
    {
        /// <summary>The text.</summary>
        public string Value { get; } = PlainText.Clean(Value);
    }

    /// <summary>A piece of a program, of a file or of what is typed: the same characters in any language.</summary>
    /// <param name="Value">The code, in one line.</param>
    public sealed record Code(string Value) : Inline
    {
        /// <summary>The code.</summary>
        public string Value { get; } = PlainText.Clean(Value);
    }

    /// <summary>Room to write by hand, on paper: for a name, a date, a signature.</summary>
    public sealed record Blank : Inline;

    /// <summary>The end of a line within a paragraph or a cell, as in an address.</summary>
    public sealed record LineBreak : Inline;
}
