namespace GdprKit;

/// <summary>Which grounds of refusal are open to which kind of request, and where the law has them.</summary>
public static class RightsRequestGrounds
{
    private static readonly ValueList<RightsRequestGround> OfAll =
        [RightsRequestGround.ManifestlyUnfounded, RightsRequestGround.Excessive, RightsRequestGround.CannotIdentify, RightsRequestGround.RestrictedByLaw];

    /// <summary>The grounds on which a request can be refused.</summary>
    /// <param name="kind">The kind of the request.</param>
    /// <param name="isAgainstMarketing">Whether it is an objection to direct marketing, which is absolute (Art. 21(3)).</param>
    /// <returns>The grounds, in the order of <see cref="RightsRequestGround"/>; none against marketing.</returns>
    public static ValueList<RightsRequestGround> For(RightsRequestKind kind, bool isAgainstMarketing = false) => kind switch
    {
        RightsRequestKind.Access => [.. OfAll, RightsRequestGround.RightsOfOthers],
        RightsRequestKind.Rectification or RightsRequestKind.Restriction => [.. OfAll, RightsRequestGround.ConditionsNotMet],
        RightsRequestKind.Erasure =>
        [
            .. OfAll, RightsRequestGround.ConditionsNotMet, RightsRequestGround.FreedomOfExpression, RightsRequestGround.LegalObligation,
            RightsRequestGround.PublicHealth, RightsRequestGround.Archiving, RightsRequestGround.LegalClaims,
        ],
        RightsRequestKind.Portability => [.. OfAll, RightsRequestGround.ConditionsNotMet, RightsRequestGround.RightsOfOthers],
        RightsRequestKind.Objection when !isAgainstMarketing =>
            [.. OfAll, RightsRequestGround.ConditionsNotMet, RightsRequestGround.LegalClaims, RightsRequestGround.CompellingGrounds],
        _ => [],
    };

    /// <summary>Where the law has a ground: <c>17(3)(b)</c>.</summary>
    /// <param name="kind">The kind of the request.</param>
    /// <param name="ground">The ground.</param>
    /// <returns>Article, paragraph and point; <see langword="null"/> where the ground is not open to the kind.</returns>
    public static string? ArticleOf(RightsRequestKind kind, RightsRequestGround ground) => !For(kind).Contains(ground) ? null : (kind, ground) switch
    {
        (_, RightsRequestGround.ManifestlyUnfounded or RightsRequestGround.Excessive) => "12(5)",
        // Art. 11(2) takes none of Art. 21 away.
        (RightsRequestKind.Objection, RightsRequestGround.CannotIdentify) => "12(2)",
        (_, RightsRequestGround.CannotIdentify) => "11(2)",
        (_, RightsRequestGround.RestrictedByLaw) => "23(1)",
        (RightsRequestKind.Access, RightsRequestGround.RightsOfOthers) => "15(4)",
        (_, RightsRequestGround.RightsOfOthers) => "20(4)",
        (RightsRequestKind.Rectification, _) => "16",
        (RightsRequestKind.Restriction, _) => "18(1)",
        (RightsRequestKind.Portability, _) => "20(1)",
        (RightsRequestKind.Objection, _) => "21(1)",
        (_, RightsRequestGround.FreedomOfExpression) => "17(3)(a)",
        (_, RightsRequestGround.LegalObligation) => "17(3)(b)",
        (_, RightsRequestGround.PublicHealth) => "17(3)(c)",
        (_, RightsRequestGround.Archiving) => "17(3)(d)",
        (_, RightsRequestGround.LegalClaims) => "17(3)(e)",
        _ => "17(1)",
    };
}
