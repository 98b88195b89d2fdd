namespace GdprKit;

/// <summary>A place in a proposal that somebody has to look at. It stands there as a comment, so that it can be searched for.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Line">The line of the comment, counted from one; what it is about follows.</param>
/// <param name="Kind">Whether something is to be confirmed or to be filled in.</param>
/// <param name="Text">Why it was guessed, or what is to be filled in.</param>
public sealed record ProposalMark(string File, int Line, ProposalMarkKind Kind, string Text)
{
    /// <summary>One line: <c>CustomerMap.cs(9): text</c>.</summary>
    public override string ToString() => $"{File}({Line}): {Text}";
}
