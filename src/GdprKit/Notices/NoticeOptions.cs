using GdprKit.Documents;
using GdprKit.Notices;

namespace GdprKit;

/// <summary>What a host says otherwise than the notice would by itself.</summary>
/// <remarks>
/// <example>
/// <code>
/// options.Replace(
///     NoticeSections.Complaint,
///     context => new DocumentSection(NoticeSections.Complaint, "Klacht") { Blocks = [new DocumentBlock.Paragraph("…")] },
///     NoticeItem.Complaint);
/// </code>
/// </example>
/// Not safe for use by several threads while it is changed.
/// </remarks>
public sealed class NoticeOptions
{
    private readonly List<NoticeReplacement> _replacements = [];
    private readonly Dictionary<Language, NoticeWording> _wordings = [];

    /// <summary>The title in every language of the register, or <see langword="null"/>, the default, for "Privacyverklaring van …".</summary>
    public LocalizedText? Title { get; set; }

    internal IReadOnlyList<NoticeReplacement> Replacements => _replacements;

    /// <summary>
    /// Says a section otherwise. It may hold any number of items of Art. 13 and 14 by marking its parts with <see cref="DocumentBlock.Requirements"/>,
    /// or as a whole by naming them here.
    /// </summary>
    /// <param name="section">Which section, one of <see cref="NoticeSections"/>.</param>
    /// <param name="write">
    /// Writes the section, under the same id, for the language and audience at hand; <see langword="null"/> keeps the built-in section.
    /// Must always write the same for the same register, or the notice changes by itself.
    /// </param>
    /// <param name="covers">The items that the section covers. An item that does not apply to the register is a fault, as it is in the notice.</param>
    public NoticeOptions Replace(SectionId section, Func<NoticeContext, DocumentSection?> write, params ReadOnlySpan<NoticeItem> covers) =>
        With(section, write, covers, isAddition: false);

    /// <summary>Adds a section behind one of the notice's own.</summary>
    /// <param name="section">Behind which section, one of <see cref="NoticeSections"/>, whether or not the notice at hand has it.</param>
    /// <param name="write">Writes the section under an id of its own for the language and audience at hand; <see langword="null"/> adds none.</param>
    /// <param name="covers">The items that the section covers.</param>
    public NoticeOptions AddAfter(SectionId section, Func<NoticeContext, DocumentSection?> write, params ReadOnlySpan<NoticeItem> covers) =>
        With(section, write, covers, isAddition: true);

    /// <summary>
    /// Speaks in other words: derive from <see cref="DutchNoticeWording"/> or <see cref="EnglishNoticeWording"/> and override what should
    /// be said otherwise.
    /// </summary>
    /// <param name="wording">The words; they are used for their own language.</param>
    public NoticeOptions UseWording(NoticeWording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        _wordings[wording.Language] = wording;
        return this;
    }

    internal NoticeWording WordingIn(Language language) => _wordings.GetValueOrDefault(language) ?? NoticeWording.In(language);

    private NoticeOptions With(SectionId section, Func<NoticeContext, DocumentSection?> write, ReadOnlySpan<NoticeItem> covers, bool isAddition)
    {
        ArgumentNullException.ThrowIfNull(write);
        _replacements.Add(new NoticeReplacement(section, write, ValueList.Create(covers), isAddition));
        return this;
    }
}
