using System.Text;

namespace GdprKit;

/// <summary>What somebody decided about a text in which others can be named (Art. 15(4)): that it is given, whole or in other words.</summary>
/// <remarks>
/// It holds for exactly the text that was read: one that was changed since is withheld again. The text itself is not kept, only its digest. Immutable. Safe for use by several threads.
/// </remarks>
public sealed record ReviewedText
{
    private ReviewedText(Digest original, string? instead) => (Original, Instead) = (original, instead);

    /// <summary>The digest of the text that was read.</summary>
    internal Digest Original { get; }

    /// <summary>What is given instead; <see langword="null"/> for the text itself.</summary>
    internal string? Instead { get; }

    /// <summary>The text names nobody else, or may be given as it is.</summary>
    /// <param name="text">The text that was read.</param>
    public static ReviewedText Give(string text) => new(DigestOf(text), null);

    /// <summary>The text is given with what is about others left out.</summary>
    /// <param name="text">The text that was read.</param>
    /// <param name="instead">What is given instead.</param>
    public static ReviewedText GiveAs(string text, string instead)
    {
        ArgumentNullException.ThrowIfNull(instead);
        return new(DigestOf(text), instead);
    }

    /// <summary>Says nothing: what was read is withheld.</summary>
    public override string ToString() => "reviewed text";

    internal static Digest DigestOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Digest.Of(Encoding.UTF8.GetBytes(text));
    }
}
