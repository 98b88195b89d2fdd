using GdprKit.Documents;
using GdprKit.Notices;

namespace GdprKit;

/// <summary>
/// Writes the mail that tells a person of the notice, in Dutch and English. Derive from it to say it otherwise. What such a mail must not hold it never
/// does: no offer, no question for consent, nothing that is fetched when it is opened (Art. 13; Guidelines WP260 rev.01, 30).
/// </summary>
/// <remarks>Safe for use by several threads.</remarks>
public abstract class NoticeMailTemplate
{
    /// <summary>The words of GdprKit itself.</summary>
    public static NoticeMailTemplate Default { get; } = new PlainMailTemplate();

    /// <summary>The subject, one line.</summary>
    /// <param name="context">What it is written from.</param>
    public virtual string Subject(NoticeMailContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var subject = context.Version.IsFirst
            ? Say(context, "Zo gaan wij met je gegevens om", "How we handle your data")
            : Say(context, "Onze privacyverklaring verandert", "Our privacy notice changes");
        return context.IsReminder ? $"{Say(context, "Herinnering", "Reminder")}: {char.ToLowerInvariant(subject[0])}{subject[1..]}" : subject;
    }

    /// <summary>The mail, from which its text and its HTML are made.</summary>
    /// <param name="context">What it is written from.</param>
    public virtual Document Body(NoticeMailContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Document(Subject(context), context.Language, [])
        {
            Introduction =
            [
                new DocumentBlock.Paragraph(Say(
                    context,
                    $"Wij, {context.Controller.Name}, bewaren gegevens van je. In onze privacyverklaring staat welke, waarvoor en hoe lang, en wat je rechten zijn.",
                    $"We, {context.Controller.Name}, keep data about you. Our privacy notice says which, what for and how long, and what your rights are.")),
                new DocumentBlock.Paragraph(WhenItHolds(context)),
                new DocumentBlock.Paragraph([Say(context, "Wat is er nieuw? ", "What is new? "), NewsOf(context)]),
                new DocumentBlock.Paragraph(new Inline.Link(Say(context, "Lees de privacyverklaring en laat ons weten dat je haar hebt gelezen", "Read the privacy notice and let us know that you did"), context.Confirm)),
                new DocumentBlock.Paragraph(new Inline.Link(Say(context, "Alleen lezen kan ook", "You can also just read it"), context.Read)),
            ],
            Closing =
            [
                .. WhereToAsk(context) is { } page
                    ? [new DocumentBlock.Paragraph(new Inline.Link(Say(context, "Je gegevens inzien, verbeteren of laten wissen? Vraag het hier", "See, correct or erase your data? Ask here"), page))]
                    : Array.Empty<DocumentBlock>(),
                new DocumentBlock.Paragraph(Say(
                    context,
                    "Dit is geen reclame. Je hoeft nergens mee in te stemmen, en er verandert niets als je niet reageert.",
                    "This is no advertising. You need not agree to anything, and nothing changes if you do not answer.")),
            ],
        };
    }

    /// <summary>The words in the language of the mail; English where it is neither Dutch nor English.</summary>
    /// <param name="context">What the mail is written from.</param>
    /// <param name="nl">In Dutch.</param>
    /// <param name="en">In English.</param>
    protected static string Say(NoticeMailContext context, string nl, string en)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Language == Language.Dutch ? nl : en;
    }

    // A language that a correction added has no words of what it corrects.
    private static string NewsOf(NoticeMailContext context) => context.Version.News.TryGet(context.Language, out var news) ? news : context.Version.Summary[context.Language];

    // One that is relative is at the same site as the notice.
    private static Uri? WhereToAsk(NoticeMailContext context) => context.Controller.Rights.Page is not { } page ? null : page.IsAbsoluteUri ? page : new Uri(context.Read, page);

    private static string WhenItHolds(NoticeMailContext context)
    {
        if (context.Version.EffectiveFrom == context.Version.PublishedAt)
        {
            return Say(context, "Deze privacyverklaring geldt nu.", "This privacy notice holds now.");
        }

        var day = context.Version.EffectiveFrom.InZone(context.Controller.TimeZone).Date;
        return Say(context, $"Zij geldt vanaf {RegisterWording.In(Language.Dutch).Date(day)}.", $"It holds from {RegisterWording.In(Language.English).Date(day)}.");
    }
}
