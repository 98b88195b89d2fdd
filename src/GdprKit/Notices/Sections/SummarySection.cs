using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>The notice on half a page, with links to the rest.</summary>
internal sealed class SummarySection : NoticeSection
{
    public override SectionId Id => NoticeSections.Summary;

    public override ValueList<NoticeItem> Fulfils => [];

    public override DocumentSection Write(NoticeContext context)
    {
        var wording = context.Wording;
        var controller = context.Register.Controller;
        var definitions = new List<Definition>
        {
            new(wording.WhoWeAreInShort, [[controller.Name, " ", Inline.ToSection(wording.ContactInShort, NoticeSections.Controller)]]),
            new(wording.PurposesInShort, [Purposes(context)]),
            new(wording.PeriodsInShort, [[wording.PeriodsDiffer, " ", Inline.ToSection(wording.SeeTheOverview, NoticeSections.Overview)]]),
        };
        if (!context.Recipients.IsEmpty)
        {
            definitions.Add(new(wording.RecipientsInShort, [[wording.Count(context.Recipients.Count), " ", Inline.ToSection(wording.SeeWhoTheyAre, NoticeSections.Recipients)]]));
        }

        definitions.Add(new(wording.RightsInShort, [[wording.RightsExist, " ", Inline.ToSection(wording.SeeYourRights, NoticeSections.Rights)]]));
        if (context.Activities.Any(NoticeRequirement.CanBeObjectedTo))
        {
            definitions.Add(new(wording.ObjectionInShort, [[wording.ObjectionIsPossible, " ", Inline.ToSection(wording.SeeHowToObject, NoticeSections.Objection)]]));
        }

        return new DocumentSection(Id, wording.Summary) { Blocks = [new DocumentBlock.DefinitionList(definitions.ToValueList())] };
    }

    private static InlineText Purposes(NoticeContext context) => InlineText.Join(", ", context.Activities
        .Where(activity => !activity.IsOwnRecord)
        .Select(activity => (InlineText)Inline.ToSection(context.Text(activity.Name), ActivitiesSection.IdOf(activity))));
}
