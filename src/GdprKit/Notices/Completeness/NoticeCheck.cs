using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>Holds a notice against what the law asks for: every item that applies is there, and none that does not.</summary>
internal static class NoticeCheck
{
    public static IEnumerable<NoticeFault> FaultsOf(NoticeContext context, ValueList<DocumentSection> sections)
    {
        var marks = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            Mark(section, marks);
        }

        foreach (var requirement in NoticeRequirement.All)
        {
            var isThere = marks.Contains(requirement.Item.Mark().ToString());
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

    private static void Mark(DocumentSection section, HashSet<string> marks)
    {
        Mark(section.Requirements, marks);
        foreach (var block in section.Blocks)
        {
            Mark(block, marks);
        }

        foreach (var part in section.Sections)
        {
            Mark(part, marks);
        }
    }

    private static void Mark(DocumentBlock block, HashSet<string> marks)
    {
        Mark(block.Requirements, marks);
        switch (block)
        {
            case DocumentBlock.DefinitionList list:
                foreach (var definition in list.Definitions)
                {
                    Mark(definition.Requirements, marks);
                }

                break;
            case DocumentBlock.Callout callout:
                foreach (var inner in callout.Blocks)
                {
                    Mark(inner, marks);
                }

                break;
        }
    }

    private static void Mark(ValueList<RequirementId> requirements, HashSet<string> marks)
    {
        foreach (var requirement in requirements)
        {
            marks.Add(requirement.ToString());
        }
    }
}
