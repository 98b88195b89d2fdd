namespace GdprKit;

/// <summary>Says of one activity what templates of supervisory authorities ask besides Art. 30(1).</summary>
internal sealed class ActivityDetails(ProcessingActivity activity, ProcessingRegister register, RecordTexts texts)
{
    private readonly RegisterWording _words = texts.Words;

    public ValueList<RecordDetail> All() =>
    [
        Detail(RecordDetailKind.LawfulBasis, [_words.NameWithArticle(activity.Basis), _words.Explanation(activity.Basis)]),
        Detail(RecordDetailKind.BalancingTest, [(activity.Basis as LawfulBasis.LegitimateInterest)?.BalancingTest]),
        Detail(RecordDetailKind.SpecialCategoryCondition, activity.SpecialCategoryCondition is { } condition
            ? [_words.NameWithArticle(condition), _words.Explanation(condition)]
            : []),
        Detail(RecordDetailKind.SpecialCategories, Categories(DataSensitivity.Special)),
        Detail(RecordDetailKind.CriminalOffences, Categories(DataSensitivity.CriminalOffence)),
        Detail(RecordDetailKind.NationalNumbers, Categories(DataSensitivity.NationalNumber)),
        Detail(RecordDetailKind.Processors, activity.Recipients
            .Select(key => register.Recipients[key])
            .Where(recipient => recipient.Role is RecipientRole.Processor)
            .Select(recipient => recipient.Name)),
        Detail(RecordDetailKind.Sources, activity.Sources.Select(_words.Explanation)),
        Detail(RecordDetailKind.AutomatedDecision, activity.AutomatedDecision is { } decision ? texts.AutomatedDecision(decision) : []),
        Detail(RecordDetailKind.ImpactAssessment, [activity.ImpactAssessment]),
        Detail(RecordDetailKind.Rights, DataSubjectRights.Of(activity).Select(_words.NameWithArticle)),
        Detail(RecordDetailKind.ConflictChoices, Choices()),
        Detail(RecordDetailKind.ConsentTerms, _words.ConsentExplanations(activity)),
    ];

    private static RecordDetail Detail(RecordDetailKind kind, IEnumerable<string?> lines) => new(kind, lines.OfType<string>().ToValueList());

    private IEnumerable<string> Categories(DataSensitivity sensitivity) => activity.Categories
        .Select(key => register.Categories[key])
        .Where(category => category.Sensitivity == sensitivity)
        .Select(category => category.Law is { } law ? $"{_words.Text(category.Label)}: {law.Text}" : _words.Text(category.Label));

    // A choice belongs to the activity of either rule: the one whose data stay or go against another law.
    private IEnumerable<string> Choices() => register.ConflictChoices
        .Where(choice => activity.Retention.Any(rule => rule.Key == choice.Prevails || rule.Key == choice.Yields))
        .Select(choice => texts.Choice(HowLong(choice.Prevails), HowLong(choice.Yields), choice.Reason));

    private string HowLong(Key<RetentionRule> key) =>
        _words.HowLong(register.Activities.SelectMany(other => other.Retention).First(rule => rule.Key == key), register);
}
