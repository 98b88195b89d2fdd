namespace GdprKit.Mapping;

/// <summary>A mark before it has a place in a file.</summary>
/// <param name="Kind">Whether something is to be confirmed or to be filled in.</param>
/// <param name="Text">Why it was guessed, or what is to be filled in; one line.</param>
internal readonly record struct Mark(ProposalMarkKind Kind, string Text)
{
    private const string GuessPrefix = "// GUESS: ";

    private const string FillInPrefix = "// FILL IN: ";

    public static Mark Guess(string because) => new(ProposalMarkKind.Guess, because);

    public static Mark FillIn(string what) => new(ProposalMarkKind.FillIn, what);

    /// <summary>The mark that a line of code is, if it is one.</summary>
    public static Mark? In(string line)
    {
        var text = line.TrimStart();
        return text.StartsWith(GuessPrefix, StringComparison.Ordinal) ? Guess(text[GuessPrefix.Length..])
            : text.StartsWith(FillInPrefix, StringComparison.Ordinal) ? FillIn(text[FillInPrefix.Length..])
            : null;
    }

    /// <summary>The comment.</summary>
    public override string ToString() => (Kind is ProposalMarkKind.FillIn ? FillInPrefix : GuessPrefix) + Text;
}
