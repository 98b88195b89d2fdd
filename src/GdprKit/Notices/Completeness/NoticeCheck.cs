using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>Holds a notice against what the law asks for: every item that applies is there, and none that does not.</summary>
internal static class NoticeCheck
{
    public static IEnumerable<NoticeFault> FaultsOf(NoticeContext context, ValueList<DocumentSection> sections)
    {
        var marks = sections.SelectMany(MarksOf).ToHashSet();
        foreach (var requirement in NoticeRequirement.All)
        {
            var isThere = marks.Contains(requirement.Item.Mark());
            if (requirement.Applies(context) && !isThere)
            {
                yield return NoticeFaults.Missing(requirement);
            }
            else if (isThere && !requirement.Applies(context))
            {
                yield return NoticeFaults.DoesNotApply(requirement);
            }
        }
    }

    private static IEnumerable<RequirementId> MarksOf(DocumentSection section) =>
        section.Requirements.Concat(section.Blocks.SelectMany(MarksOf)).Concat(section.Sections.SelectMany(MarksOf));

    private static IEnumerable<RequirementId> MarksOf(DocumentBlock block) => block.Requirements.Concat(block switch
    {
        DocumentBlock.DefinitionList list => list.Definitions.SelectMany(definition => definition.Requirements),
        DocumentBlock.Callout callout => callout.Blocks.SelectMany(MarksOf),
        _ => [],
    });
}
