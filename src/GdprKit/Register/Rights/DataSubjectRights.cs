namespace GdprKit;

/// <summary>Which rights people have, by the basis on which their data are processed.</summary>
/// <remarks>
/// The rights that the law gives in general; whether one helps in a case is decided in that case. Access, rectification,
/// restriction and complaint exist under every basis. Erasure does not exist where the law or a public task demands the data
/// (Art. 17(3)(b)); data that are no longer needed go there too, without a request. Portability needs consent or a contract (Art. 20(1)(a)).
/// Objection needs a public task or a legitimate interest (Art. 21(1)), except against direct marketing, where it exists under every
/// basis and always succeeds (Art. 21(2), (3)). Art. 22 does not depend on the basis. Safe for use by several threads.
/// </remarks>
public static class DataSubjectRights
{
    /// <summary>The rights of the people an activity concerns, in the order of the articles.</summary>
    /// <param name="activity">The activity. That a human decides is a right here only where the activity lets a machine decide alone.</param>
    public static ValueList<DataSubjectRight> Of(ProcessingActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Of(activity.Basis, activity.SpecialCategoryCondition, !activity.Marketing.IsEmpty, activity.AutomatedDecision is not null);
    }

    /// <summary>The rights that a lawful basis gives, in the order of the articles.</summary>
    /// <param name="basis">The basis (Art. 6(1)).</param>
    /// <param name="condition">The condition for special categories (Art. 9(2)), where these are processed.</param>
    /// <param name="isDirectMarketing">Whether the processing is direct marketing.</param>
    public static ValueList<DataSubjectRight> Of(LawfulBasis basis, SpecialCategoryCondition? condition = null, bool isDirectMarketing = false)
    {
        ArgumentNullException.ThrowIfNull(basis);
        return Of(basis, condition, isDirectMarketing, isDecidedAutomatically: true);
    }

    /// <summary>The article that gives a right: <c>15</c>, <c>21(1)</c>.</summary>
    /// <param name="right">The right.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the rights.</exception>
    public static string ArticleOf(DataSubjectRight right) => right switch
    {
        DataSubjectRight.Access => "15",
        DataSubjectRight.Rectification => "16",
        DataSubjectRight.Erasure => "17",
        DataSubjectRight.Restriction => "18",
        DataSubjectRight.Portability => "20",
        DataSubjectRight.Objection => "21(1)",
        DataSubjectRight.ObjectionToMarketing => "21(2)",
        DataSubjectRight.HumanDecision => "22",
        DataSubjectRight.WithdrawalOfConsent => "7(3)",
        DataSubjectRight.Complaint => "77",
        _ => throw new ArgumentOutOfRangeException(nameof(right), right, null),
    };

    private static ValueList<DataSubjectRight> Of(LawfulBasis basis, SpecialCategoryCondition? condition, bool isDirectMarketing, bool isDecidedAutomatically)
    {
        var isConsent = basis is LawfulBasis.Consent || condition?.Ground is SpecialCategoryGround.ExplicitConsent;
        var isDemanded = basis is LawfulBasis.LegalObligation or LawfulBasis.PublicTask;
        var isWeighed = basis is LawfulBasis.PublicTask or LawfulBasis.LegitimateInterest;

        var rights = new List<DataSubjectRight>();
        void Add(DataSubjectRight right, bool exists = true)
        {
            if (exists)
            {
                rights.Add(right);
            }
        }

        Add(DataSubjectRight.WithdrawalOfConsent, isConsent);
        Add(DataSubjectRight.Access);
        Add(DataSubjectRight.Rectification);
        Add(DataSubjectRight.Erasure, !isDemanded);
        Add(DataSubjectRight.Restriction);
        Add(DataSubjectRight.Portability, isConsent || basis is LawfulBasis.Contract);
        Add(DataSubjectRight.Objection, isWeighed);
        Add(DataSubjectRight.ObjectionToMarketing, isDirectMarketing);
        Add(DataSubjectRight.HumanDecision, isDecidedAutomatically);
        Add(DataSubjectRight.Complaint);
        return rights.ToValueList();
    }
}
