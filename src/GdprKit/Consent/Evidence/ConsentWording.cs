using System.Text;
using GdprKit.Consent;
using GdprKit.Ledger;

namespace GdprKit;

/// <summary>The exact words in which somebody was asked, in the language they were asked in. Kept as content, known by its digest.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record ConsentWording
{
    private ConsentWording(string text, Language language)
    {
        (Text, Language) = (text, language);
        Content = LedgerContent.Of(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>Their language.</summary>
    public Language Language { get; }

    /// <summary>The digest of the words in UTF-8.</summary>
    public Digest Digest => Content.Digest;

    internal LedgerContent Content { get; }

    /// <summary>Words as they were shown.</summary>
    /// <param name="text">The words.</param>
    /// <param name="language">Their language.</param>
    /// <exception cref="ConsentException">GDPR1204: there are no words, or no language.</exception>
    public static ConsentWording Of(string text, Language language) => string.IsNullOrWhiteSpace(text) || language == default
        ? throw ConsentRefusals.Incomplete("the exact words and their language")
        : new ConsentWording(text, language);

    /// <summary>The digest.</summary>
    public override string ToString() => Digest.ToString();
}
