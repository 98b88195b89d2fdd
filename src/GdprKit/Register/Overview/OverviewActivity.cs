using GdprKit.Documents;

namespace GdprKit;

/// <summary>Shows everything that is declared about one activity.</summary>
internal sealed class OverviewActivity(ProcessingActivity activity, ProcessingRegister register, OverviewTexts texts, OverviewBlocks blocks)
{
    private readonly RegisterWording _words = texts.Words;

    public DocumentSection Section() => new(OverviewBlocks.IdOf(activity), _words.Text(activity.Name))
    {
        Blocks = activity.IsOwnRecord ? [new DocumentBlock.Paragraph(texts.OwnRecord), Declared(), Retention()] : [Declared(), Retention()],
    };

    private DocumentBlock Declared() => OverviewBlocks.Definitions(
        (texts.Key, [activity.Key.ToString()]),
        (texts.Purpose, [blocks.Text(activity.Purpose.Description), OverviewBlocks.Term(activity.Purpose.Term)]),
        (texts.LawfulBasis, Basis()),
        (texts.BalancingTest, [OverviewBlocks.Text((activity.Basis as LawfulBasis.LegitimateInterest)?.BalancingTest)]),
        (texts.SpecialCategoryCondition, activity.SpecialCategoryCondition is { } condition
            ? [_words.NameWithArticle(condition), blocks.Law(condition.Law)]
            : []),
        (texts.People, [_words.And(activity.People.Select(key => _words.Text(register.People[key].Label)))]),
        (texts.Categories, [_words.And(activity.Categories.Select(key => _words.Text(register.Categories[key].Label)))]),
        (texts.Recipients, [OverviewBlocks.Text(_words.And(activity.Recipients.Select(key => register.Recipients[key].Name)))]),
        (texts.Sources, activity.Sources.Select(source => (InlineText)_words.Explanation(source))),
        (texts.Provision, [_words.Explanation(activity.Provision)]),
        (texts.AutomatedDecision, activity.AutomatedDecision is { } decision
            ? [blocks.Text(decision.Logic), blocks.Text(decision.Consequences), blocks.Text(decision.Review)]
            : []),
        (texts.Marketing, activity.Marketing.Select(channel => (InlineText)_words.Name(channel))),
        (texts.ConsentTerms, _words.ConsentExplanations(activity).Select(sentence => (InlineText)sentence)),
        (texts.ConsentQuestion, [blocks.Text(activity.Consent?.Question)]),
        (texts.Rights, [_words.And(DataSubjectRights.Of(activity).Select(_words.Name))]),
        (texts.Security, [blocks.Text(activity.Security)]),
        (texts.ImpactAssessment, [OverviewBlocks.Text(activity.ImpactAssessment)]));

    private IEnumerable<InlineText> Basis() =>
    [
        _words.NameWithArticle(activity.Basis),
        activity.Basis switch
        {
            LawfulBasis.LegalObligation obligation => blocks.Law(obligation.Law),
            LawfulBasis.PublicTask task => blocks.Law(task.Law),
            LawfulBasis.LegitimateInterest legitimate => blocks.Text(legitimate.Interest),
            _ => default,
        },
        OverviewBlocks.Term(activity.Basis.Term),
    ];

    private DocumentBlock Retention() => blocks.Table(
        texts.RetentionCaption,
        [texts.Rule, texts.HowLong, texts.Limit, texts.Why],
        activity.Retention.Select(Rule));

    // What never ends has no limit, and nothing comes after it.
    private ValueList<InlineText> Rule(RetentionRule rule) =>
    [
        rule.Key.ToString(),
        _words.AsSentence(_words.Sentence(rule, register)),
        rule.Term is RetentionTerm.Indefinitely ? default : OverviewBlocks.Lines(texts.NameOf(rule.Side), texts.Then(_words.Name(rule.Then))),
        OverviewBlocks.Lines(_words.Name(rule.Strength), blocks.Law(rule.Source)),
    ];
}
