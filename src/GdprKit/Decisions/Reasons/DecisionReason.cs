namespace GdprKit;

/// <summary>Why processing is permitted or denied; all there are stand in <see cref="DecisionReasons"/>.</summary>
/// <remarks>One object for each reason, compared by reference. Holds nothing of any person. Immutable. Safe for use by several threads.</remarks>
public sealed class DecisionReason
{
    private readonly LocalizedText _sentence;

    internal DecisionReason(string id, string name, bool permits, string article, LocalizedText sentence) =>
        (Id, Name, Permits, Article, _sentence) = (id, name, permits, article, sentence);

    /// <summary>The id, by which it is listed in MESSAGES.md: <c>GDPR2106</c>.</summary>
    public string Id { get; }

    /// <summary>The id in words: <c>consent-withdrawn</c>. Lower-case letters and hyphens; for ever, so that it can be stored.</summary>
    public string Name { get; }

    /// <summary>Whether it is a reason to permit.</summary>
    public bool Permits { get; }

    /// <summary>The article that decides: <c>Art. 7(3)</c>, of the GDPR unless another law is named.</summary>
    public string Article { get; }

    /// <summary>The reason in a sentence or two that a person without knowledge of law understands.</summary>
    /// <param name="language">Dutch or English.</param>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    public string Explain(Language language) => _sentence.TryGet(language, out var sentence) ? sentence : throw WordingMessages.NoWordsIn(language);

    /// <summary>The id in words.</summary>
    public override string ToString() => Name;
}
