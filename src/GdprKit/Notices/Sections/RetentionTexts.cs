namespace GdprKit.Notices;

/// <summary>How long an activity keeps data, a fragment per rule.</summary>
internal static class RetentionTexts
{
    /// <summary>Data that leave daily use come before what happens to them later; else the rules stand in the order of their keys.</summary>
    public static IEnumerable<string> Of(ProcessingActivity activity, NoticeContext context) => activity.Retention
        .OrderBy(rule => rule.Then is not DisposalAction.Archive)
        .Select(rule => Covers(rule, activity)
            ? context.Wording.Register.HowLong(rule, context.Register)
            : context.Wording.Register.Sentence(rule, context.Register));

    private static bool Covers(RetentionRule rule, ProcessingActivity activity) => rule.Categories.IsEmpty || rule.Categories.Count == activity.Categories.Count;
}
