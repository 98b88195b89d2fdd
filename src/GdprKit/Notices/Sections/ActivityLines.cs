using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>What people are told about one activity, each line with the item that it fulfils.</summary>
internal static class ActivityLines
{
    public static ValueList<Definition> Of(ProcessingActivity activity, NoticeContext context)
    {
        Definition?[] lines =
        [
            People(activity, context),
            Categories(activity, context),
            Basis(activity, context),
            Interest(activity, context),
            SpecialCategories(activity, context),
            Marketing(activity, context),
            Consent(activity, context),
            Provision(activity, context),
            Sources(activity, context),
            Recipients(activity, context),
            Retention(activity, context),
            Decision(activity, context),
        ];
        return lines.OfType<Definition>().ToValueList();
    }

    // Only where some of the readers are not concerned; for all others the line would say nothing.
    private static Definition? People(ProcessingActivity activity, NoticeContext context) => context.People.All(kind => activity.People.Contains(kind.Key))
        ? null
        : new(context.Wording.WhoseData, [Sentence(context, context.People.Where(kind => activity.People.Contains(kind.Key)).Select(kind => kind.Label))]);

    private static Definition Categories(ProcessingActivity activity, NoticeContext context)
    {
        var categories = activity.Categories.Select(key => context.Register.Categories[key]).ToList();
        var plain = categories.FindAll(category => !CategoryText.NeedsLineOfItsOwn(category));
        InlineText[] together = plain.Count > 0 ? [Sentence(context, plain.Select(category => category.Label))] : [];
        return new(context.Wording.WhichData, [.. together, .. categories.Where(CategoryText.NeedsLineOfItsOwn).Select(category => CategoryText.Of(category, context))])
        {
            Requirements = NoticeRequirement.ComesFromElsewhere(activity) ? [NoticeItem.Categories.Mark()] : [],
        };
    }

    private static Definition? SpecialCategories(ProcessingActivity activity, NoticeContext context) => activity.SpecialCategoryCondition is { } condition
        ? new(context.Wording.WhySensitiveData, [context.Wording.Register.Explanation(condition), Ground(context.Wording.Register.NameWithArticle(condition), context)])
        : null;

    private static Definition Basis(ProcessingActivity activity, NoticeContext context)
    {
        var words = context.Wording.Register;
        var ground = Ground(words.NameWithArticle(activity.Basis), context);
        return new(context.Wording.WhyWeMay, [Reason(activity.Basis, context), ground])
        {
            Requirements = [NoticeItem.LawfulBases.Mark()],
        };
    }

    // The interest has a line of its own.
    private static string Reason(LawfulBasis basis, NoticeContext context) =>
        basis is LawfulBasis.LegitimateInterest ? context.Wording.BecauseOfAnInterest : context.Wording.Register.Explanation(basis);

    private static Definition? Interest(ProcessingActivity activity, NoticeContext context) => activity.Basis is LawfulBasis.LegitimateInterest
        ? Line(context.Wording.OurInterest, NoticeItem.LegitimateInterests, context.Wording.Register.Explanation(activity.Basis))
        : null;

    private static Definition? Marketing(ProcessingActivity activity, NoticeContext context) => activity.Marketing.IsEmpty
        ? null
        : new(context.Wording.IsItAdvertising,
        [
            [
                context.Wording.YesThrough(context.Wording.Register.Or(activity.Marketing.Select(context.Wording.Register.Name))), " ",
                Inline.ToSection(context.Wording.SeeHowToObject, NoticeSections.Objection),
            ],
        ]);

    private static Definition? Consent(ProcessingActivity activity, NoticeContext context) =>
        context.Wording.Register.ConsentExplanations(activity) is { IsEmpty: false } sentences
            ? new(context.Wording.HowConsentWorks, sentences.Select(sentence => (InlineText)sentence).ToValueList())
            : null;

    private static Definition Provision(ProcessingActivity activity, NoticeContext context) => activity.IsOwnRecord
        ? new(context.Wording.MustYouGiveThem, [context.Wording.NobodyAsksForThem])
        : Line(context.Wording.MustYouGiveThem, NoticeItem.Provision, context.Wording.Register.Explanation(activity.Provision));

    private static Definition? Sources(ProcessingActivity activity, NoticeContext context) => NoticeRequirement.ComesFromElsewhere(activity)
        ? Line(context.Wording.WhereTheyComeFrom, NoticeItem.Sources, [.. activity.Sources.Select(context.Wording.Register.Explanation)])
        : null;

    private static Definition? Recipients(ProcessingActivity activity, NoticeContext context) => activity.Recipients.IsEmpty
        ? null
        : new(context.Wording.WhoReceivesThem, [context.Wording.Register.And(activity.Recipients.Select(key => context.Register.Recipients[key].Name))]);

    private static Definition Retention(ProcessingActivity activity, NoticeContext context) => Line(
        context.Wording.HowLong, NoticeItem.RetentionPeriods, [.. RetentionTexts.Of(activity, context).Select(context.Wording.Register.AsSentence)]);

    private static Definition? Decision(ProcessingActivity activity, NoticeContext context) => activity.AutomatedDecision is { } decision
        ? new(context.Wording.DoesAMachineDecide,
        [
            context.Wording.AMachineDecides,
            [new Inline.Strong(context.Wording.HowAMachineDecides), $" {context.Text(decision.Logic)}"],
            [new Inline.Strong(context.Wording.WhatADecisionMeans), $" {context.Text(decision.Consequences)}"],
            [new Inline.Strong(context.Wording.HowAHumanLooks), $" {context.Text(decision.Review)}"],
        ])
        {
            Requirements = [NoticeItem.AutomatedDecisions.Mark()],
        }
        : null;

    private static InlineText Ground(string name, NoticeContext context) => context.Wording.InTheLaw(name);

    private static InlineText Sentence(NoticeContext context, IEnumerable<LocalizedText> labels) =>
        context.Wording.Register.AsSentence(context.Wording.Register.And(labels.Select(context.Text)));

    private static Definition Line(string term, NoticeItem item, params ReadOnlySpan<string> sentences)
    {
        var descriptions = new List<InlineText>(sentences.Length);
        foreach (var sentence in sentences)
        {
            descriptions.Add(sentence);
        }

        return new(term, descriptions.ToValueList()) { Requirements = [item.Mark()] };
    }
}
