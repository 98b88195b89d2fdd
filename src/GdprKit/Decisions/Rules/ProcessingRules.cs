using GdprKit.Decisions;

namespace GdprKit;

/// <summary>Judges whether personal data may be processed. Pure: what is not in the situation makes no difference.</summary>
/// <remarks>
/// Every rule can only deny. What no rule denies rests on its basis, so one denial outweighs whatever else is true, and a fact that
/// protects a person never turns a denial into a permission. Safe for use by several threads.
/// </remarks>
public static class ProcessingRules
{
    // What the person said comes first: of several true reasons it is the one that counts for people.
    private static readonly Func<ProcessingSituation, DecisionReason?>[] Denials =
    [
        BasisRules.WithoutBasis,
        BasisRules.Swapped,
        ObjectionRules.Standing,
        RestrictionRules.Standing,
        SuppressionRules.Listed,
        BasisRules.Untold,
        ConsentRules.Missing,
        SensitivityRules.SpecialCategories,
        SensitivityRules.CriminalOffences,
        SensitivityRules.NationalNumbers,
        ChannelRules.Undeclared,
        ChannelRules.Unsolicited,
    ];

    /// <summary>Judges a situation.</summary>
    /// <param name="situation">The situation.</param>
    /// <returns>Why it is permitted or denied; of several denials the weightiest.</returns>
    public static DecisionReason Judge(ProcessingSituation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        foreach (var rule in Denials)
        {
            if (rule(situation) is { } denial)
            {
                return denial;
            }
        }

        return Permissions.Of(situation);
    }

    /// <summary>Every reason for which a situation is denied, for who wants to mend them all.</summary>
    /// <param name="situation">The situation.</param>
    /// <returns>The reasons, the weightiest first, each once; none when it is permitted.</returns>
    public static ValueList<DecisionReason> FindDenials(ProcessingSituation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        return Denials.Select(rule => rule(situation)).OfType<DecisionReason>().Distinct().ToValueList();
    }
}
