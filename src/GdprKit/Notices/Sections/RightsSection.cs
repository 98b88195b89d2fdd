using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>The rights that the bases in use give, what each means, and how to exercise them.</summary>
internal sealed class RightsSection : NoticeSection
{
    // Objection, consent and complaint have sections of their own.
    private static readonly DataSubjectRight[] WithLinesOfTheirOwn =
    [
        DataSubjectRight.Access, DataSubjectRight.Rectification, DataSubjectRight.Erasure, DataSubjectRight.Restriction,
        DataSubjectRight.Portability, DataSubjectRight.HumanDecision,
    ];

    public override SectionId Id => NoticeSections.Rights;

    public override ValueList<NoticeItem> Fulfils => [NoticeItem.Rights];

    public override DocumentSection Write(NoticeContext context)
    {
        var wording = context.Wording;
        return new DocumentSection(Id, wording.Rights)
        {
            Blocks =
            [
                new DocumentBlock.Paragraph(wording.AboutRights),
                new DocumentBlock.DefinitionList(Lines(context).ToValueList()) { Requirements = Marks(NoticeItem.Rights) },
            ],
            Sections =
            [
                new DocumentSection(SectionId.Parse("exercising-your-rights"), wording.HowToExercise)
                {
                    Blocks =
                    [
                        new DocumentBlock.Paragraph(RightsContactText.Of(context)),
                        new DocumentBlock.BulletList(wording.WhatToExpect.Select(sentence => (InlineText)sentence).ToValueList()),
                    ],
                },
            ],
        };
    }

    private static IEnumerable<Definition> Lines(NoticeContext context)
    {
        foreach (var right in WithLinesOfTheirOwn)
        {
            var holders = context.Activities.Where(activity => DataSubjectRights.Of(activity).Contains(right)).ToArray();
            if (holders.Length > 0)
            {
                yield return Line(right, holders, context);
            }
        }

        if (context.Activities.Any(NoticeRequirement.CanBeObjectedTo))
        {
            yield return new(context.Wording.RightToObject, [[context.Wording.ObjectionIsPossible, " ", Inline.ToSection(context.Wording.SeeHowToObject, NoticeSections.Objection)]]);
        }
    }

    private static Definition Line(DataSubjectRight right, ProcessingActivity[] activities, NoticeContext context)
    {
        var words = context.Wording.Register;
        InlineText[] limits = activities.Length == context.Activities.Count ? [] : [Limits(activities, context)];
        return new(words.AsTerm(words.NameWithArticle(right)), [words.Explanation(right), .. limits]);
    }

    // Whichever is shorter to read: where the right exists, or where it does not.
    private static string Limits(ProcessingActivity[] activities, NoticeContext context)
    {
        var others = context.Activities.Where(activity => !activities.Contains(activity)).ToArray();
        return others.Length < activities.Length
            ? context.Wording.NotFor(ActivityNames.Of(others, context))
            : context.Wording.OnlyFor(ActivityNames.Of(activities, context));
    }
}
