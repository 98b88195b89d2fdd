namespace GdprKit;

/// <summary>
/// The order in which people meet activities: what a contract needs, what the law demands, vital interests, public tasks,
/// legitimate interests, consent; by key within each. GdprKit's own records come last.
/// </summary>
internal static class ReadingOrder
{
    public static ValueList<ProcessingActivity> InReadingOrder(this IEnumerable<ProcessingActivity> activities) => activities
        .OrderBy(activity => activity.IsOwnRecord ? int.MaxValue : Position(activity.Basis))
        .ThenBy(activity => Position(activity.Basis))
        .ThenBy(activity => activity.Key.ToString(), StringComparer.Ordinal)
        .ToValueList();

    private static int Position(LawfulBasis basis) => basis switch
    {
        LawfulBasis.Contract => 0,
        LawfulBasis.LegalObligation => 1,
        LawfulBasis.VitalInterest => 2,
        LawfulBasis.PublicTask => 3,
        LawfulBasis.LegitimateInterest => 4,
        _ => 5,
    };
}
