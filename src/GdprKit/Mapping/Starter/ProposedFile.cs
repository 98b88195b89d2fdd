namespace GdprKit;

/// <summary>A file of C# that a proposal consists of.</summary>
/// <param name="Name">The name, without a folder: <c>CustomerMap.cs</c>.</param>
/// <param name="Text">The text; lines end with a line feed on every system.</param>
public sealed record ProposedFile(string Name, string Text)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
