namespace GdprKit;

/// <summary>One difference between two registers.</summary>
/// <remarks>Immutable, compared by value. Safe for use by several threads.</remarks>
public abstract record RegisterChange
{
    private RegisterChange()
    {
    }

    /// <summary>
    /// Where: a JSON pointer (RFC 6901) into the canonical JSON of the later register, <c>/activities/newsletter/categories/0</c>; of what
    /// was removed, into that of the earlier one.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>What kind of part changed.</summary>
    public required RegisterElement Element { get; init; }

    /// <summary>Whether people must be told.</summary>
    public required ChangeSignificance Significance { get; init; }

    /// <summary>
    /// The declaration that the part belongs to, by its name in both languages: the activity, the category, the recipient. Empty for the
    /// controller and the register as a whole.
    /// </summary>
    public required LocalizedText Subject { get; init; }

    /// <summary>The change as a sentence.</summary>
    /// <param name="language">Dutch or English.</param>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    public string In(Language language) => RegisterWording.In(language).Sentence(this);

    /// <summary>The change as an English sentence, for a debugger or a log.</summary>
    public sealed override string ToString() => $"{Significance} {Path}: {In(Language.English)}";

    /// <summary>Something that was not there is there.</summary>
    /// <param name="After">What it says, in both languages.</param>
    public sealed record Added(LocalizedText After) : RegisterChange;

    /// <summary>Something that was there is there no more.</summary>
    /// <param name="Before">What it said, in both languages.</param>
    public sealed record Removed(LocalizedText Before) : RegisterChange;

    /// <summary>Something says something else, and neither is merely a longer or shorter period.</summary>
    /// <param name="Before">What it said, in both languages.</param>
    /// <param name="After">What it says, in both languages.</param>
    public sealed record Replaced(LocalizedText Before, LocalizedText After) : RegisterChange;

    /// <summary>A period never ends earlier than before, and sometimes later.</summary>
    /// <param name="Before">The rule with the period it had, in both languages.</param>
    /// <param name="After">The rule with the period it has, in both languages.</param>
    public sealed record Lengthened(LocalizedText Before, LocalizedText After) : RegisterChange;

    /// <summary>A period never ends later than before, and sometimes earlier.</summary>
    /// <param name="Before">The rule with the period it had, in both languages.</param>
    /// <param name="After">The rule with the period it has, in both languages.</param>
    public sealed record Shortened(LocalizedText Before, LocalizedText After) : RegisterChange;
}
