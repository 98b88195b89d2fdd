using System.Text;
using GdprKit.Documents;
using GdprKit.Retention;
using NodaTime;

namespace GdprKit;

/// <summary>
/// A plan of disposal as a text that people read and sign before anything is deleted: which data of whom, needed for what, how long, from
/// which day, what happens then, in which order, what is done by hand, when the backups follow, and room to fill in who takes care of it.
/// It has the parts that DIN 66398 asks of a deletion concept, as far as a register and its maps know them.
/// </summary>
public static class DeletionConcept
{
    /// <summary>Makes the deletion concept of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="language">
    /// Dutch or English. Where the register does not use the language, its own texts stand in the first that it does use. Warnings
    /// for developers are in English, as all messages.
    /// </param>
    /// <param name="madeOn">The day that it bears, in the controller's zone.</param>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    public static Document From(DisposalPlan plan, Language language, LocalDate madeOn)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var words = RegisterWording.In(language);
        var source = new ConceptSource(plan, words);
        var texts = source.Texts;
        var entities = plan.Entities.Select((entity, index) => new ConceptEntity(index + 1, entity, source)).ToList();
        var undated = new Document(texts.Title, language,
        [
            ConceptWarnings.Section(source),
            ConceptOrder.Section(entities, texts),
            .. entities.GroupBy(entity => entity.Store).Select((store, index) => new DocumentSection(SectionId.Parse($"store-{index + 1}"), texts.StoredIn(store.Key))
            {
                Sections = store.Select(entity => entity.Section()).ToValueList(),
            }),
            .. new ConceptSurroundings(source).Sections(),
        ])
        {
            Introduction = [new DocumentBlock.Paragraph(texts.Introduction(plan.Register.Controller.Name))],
            ContentsHeading = texts.Contents,
        };
        return undated with
        {
            Introduction =
            [
                .. undated.Introduction,
                OverviewBlocks.Definitions(
                    (texts.Responsible, [plan.Register.Controller.Name]),
                    (texts.Officer, [OverviewBlocks.Text(plan.Register.Controller.DataProtectionOfficer?.Name)]),
                    (texts.Date, [words.Date(madeOn)])),
            ],
            Closing = [new DocumentBlock.Paragraph(texts.Origin(plan.Register.Hash, Digest.Of(Encoding.UTF8.GetBytes(undated.ToMarkdown())), madeOn))],
        };
    }
}
