using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>The rights that the bases in use give, what each means, and how to exercise them.</summary>
internal sealed class RightsSection : NoticeSection
{
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
        var holders = context.Activities.ToDictionary(activity => activity, DataSubjectRights.Of);
        var exists = holders.Values.SelectMany(rights => rights).Distinct().Order();
        foreach (var right in exists.Where(HasLineOfItsOwn))
        {
            yield return Line(right, [.. context.Activities.Where(activity => holders[activity].Contains(right))], context);
        }

        if (context.Activities.Any(NoticeRequirement.CanBeObjectedTo))
        {
            yield return new(context.Wording.RightToObject, [[context.Wording.ObjectionIsPossible, " ", Inline.ToSection(context.Wording.SeeHowToObject, NoticeSections.Objection)]]);
        }
    }

    // Objection, consent and complaint have sections of their own.
    private static bool HasLineOfItsOwn(DataSubjectRight right) => right
        is DataSubjectRight.Access or DataSubjectRight.Rectification or DataSubjectRight.Erasure or DataSubjectRight.Restriction
        or DataSubjectRight.Portability or DataSubjectRight.HumanDecision;

    private static Definition Line(DataSubjectRight right, ProcessingActivity[] activities, NoticeContext context)
    {
        var words = context.Wording.Register;
        InlineText[] limits = activities.Length == context.Activities.Count ? [] : [Limits(activities, context)];
        return new(words.AsTerm(words.NameWithArticle(right)), [words.Explanation(right), .. limits]);
    }

    // Whichever is shorter to read: where the right exists, or where it does not.
    private static string Limits(ProcessingActivity[] activities, NoticeContext context)
    {
        var others = context.Activities.Except(activities).ToArray();
        return others.Length < activities.Length
            ? context.Wording.NotFor(ActivityNames.Of(others, context))
            : context.Wording.OnlyFor(ActivityNames.Of(activities, context));
    }
}
