namespace GdprKit;

/// <summary>A term of the Data Privacy Vocabulary stands where it can: no purpose for a category, no category for a purpose.</summary>
internal static class VocabularyCheck
{
    private static readonly Lazy<DpvTerm> SpecialCategory = new(() => DpvTerm.Parse("dpv:SpecialCategoryPersonalData"));

    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register) =>
    [
        .. register.Categories.SelectMany(category => Find(
            $"{RegisterPath.Of(category)}/term", category.Term, term => term.IsPersonalData, "a category of personal data")),
        .. register.Activities.SelectMany(activity => Find(
            $"{RegisterPath.Of(activity)}/purpose/term", activity.Purpose?.Term, term => term.IsPurpose, "a purpose")),
        .. register.Activities.SelectMany(activity => Find(
            $"{RegisterPath.Of(activity)}/basis/term", activity.Basis?.Term, term => term.IsLegalBasis, "a legal basis")),
        .. register.Categories
            .Where(category => category is { Sensitivity: DataSensitivity.Ordinary, Term: { } term } && term.IsA(SpecialCategory.Value))
            .Select(category => RegisterFaults.TermOfSpecialCategory($"{RegisterPath.Of(category)}/sensitivity", category.Term!.ToString())),
    ];

    private static IEnumerable<RegisterFault> Find(string path, DpvTerm? term, Func<DpvTerm, bool> isRight, string wanted) =>
        term is null || isRight(term) ? [] : [RegisterFaults.TermOfAnotherKind(path, term.ToString(), term.KindInWords, wanted)];
}
