using System.Text;
using GdprKit.Documents;
using GdprKit.Notices;

namespace GdprKit;

/// <summary>
/// The privacy notice (Art. 12-14), made from the register alone: what people must be told about their data, in plain words, and
/// nothing that does not apply.
/// </summary>
/// <remarks>
/// Every part that fulfils an item of Art. 13 and 14 bears that item's mark (<see cref="NoticeItem"/>); a notice that lacks an item, or
/// tells of something the register does not declare, does not come into being. The same register, language, audience and options always
/// give the same characters. Immutable. Safe for use by several threads.
/// </remarks>
public sealed class PrivacyNotice
{
    // A host writes every notice when it starts, to find its faults; few are asked for it then.
    private readonly Lazy<Digest> _digest;

    private PrivacyNotice(NoticeContext context, Document document)
    {
        Audience = context.Audience;
        RegisterHash = context.Register.Hash;
        Document = document;
        _digest = new(() => Digest.Of(Encoding.UTF8.GetBytes(ToJson())));
    }

    /// <summary>The language it is written in.</summary>
    public Language Language => Document.Language;

    /// <summary>Whom it is for.</summary>
    public NoticeAudience Audience { get; }

    /// <summary>The hash of the register it was made from.</summary>
    public Digest RegisterHash { get; }

    /// <summary>The text, apart from the form it takes.</summary>
    public Document Document { get; }

    /// <summary>What the notice says, in one number: SHA-256 over <see cref="ToJson"/> in UTF-8.</summary>
    public Digest Digest => _digest.Value;

    /// <summary>Makes the notice of a register.</summary>
    /// <param name="register">The register.</param>
    /// <param name="language">One of the register's languages.</param>
    /// <param name="audience">Whom it is for; <see langword="null"/> for <see cref="NoticeAudience.Everybody"/>.</param>
    /// <param name="options">What the host says otherwise; <see langword="null"/> for nothing.</param>
    /// <exception cref="ArgumentException">
    /// GDPR1030: the register has no texts in the language. GDPR1031: the people have no notice of their own, or everybody has.
    /// </exception>
    /// <exception cref="InvalidNoticeException">
    /// GDPR4301 to GDPR4304: what the options replace leaves the notice incomplete or wrong; the exception carries all faults.
    /// </exception>
    public static PrivacyNotice From(ProcessingRegister register, Language language, NoticeAudience? audience = null, NoticeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        var chosen = options ?? new NoticeOptions();
        var readers = audience ?? NoticeAudience.Everybody;
        RefuseLanguage(register, language);
        RefuseAudience(register, readers);
        var context = NoticeContext.Create(register, readers, chosen.WordingIn(language));
        return new PrivacyNotice(context, NoticeWriter.Write(context, chosen));
    }

    /// <inheritdoc cref="Document.ToHtml"/>
    public string ToHtml() => Document.ToHtml();

    /// <inheritdoc cref="Document.ToHtmlFragment"/>
    public string ToHtmlFragment(int headingLevel = 2) => Document.ToHtmlFragment(headingLevel);

    /// <inheritdoc cref="Document.ToMarkdown"/>
    public string ToMarkdown() => Document.ToMarkdown();

    /// <inheritdoc cref="Document.ToJson"/>
    public string ToJson() => Document.ToJson();

    private static void RefuseLanguage(ProcessingRegister register, Language language)
    {
        if (!register.Languages.Contains(language))
        {
            throw new ArgumentException(
                $"{NoticeMessages.LanguageNotInRegister}: the register has no texts in '{language}'; it has them in {string.Join(", ", register.Languages.Select(known => $"'{known}'"))}. Ask for one of these, or give every text in '{language}' too.",
                nameof(language));
        }
    }

    private static void RefuseAudience(ProcessingRegister register, NoticeAudience audience)
    {
        if (audience is NoticeAudience.Own { People: var people } && !(register.People.TryGet(people, out var kind) && kind.HasOwnNotice))
        {
            throw new ArgumentException(
                $"{NoticeMessages.NoSuchNotice}: '{people}' have no notice of their own in this register. Declare it (/people/{people}/hasOwnNotice), or ask for the public notice.",
                nameof(audience));
        }

        if (audience is NoticeAudience.Public && register.People.All(kind => kind.HasOwnNotice))
        {
            throw new ArgumentException(
                $"{NoticeMessages.NoSuchNotice}: everybody in this register has a notice of their own, so there is no public one. Ask for one of these, or declare whom the public notice is for.",
                nameof(audience));
        }
    }
}
