namespace GdprKit;

/// <summary>Which export is to be made.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record PersonalDataExportOrder
{
    /// <summary>
    /// For which right: <see cref="RightsRequestKind.Access"/> for everything that is held and all of Art. 15(1) and (2), <see cref="RightsRequestKind.Portability"/> for what the person provided and
    /// is used with consent or for a contract (Art. 20(1)).
    /// </summary>
    public required RightsRequestKind Right { get; init; }

    /// <summary>In which language the person reads: Dutch or English.</summary>
    public required Language Language { get; init; }

    /// <summary>What somebody decided about texts in which others can be named.</summary>
    /// <value>The default is none: each of these texts is withheld, and the export says so.</value>
    public ValueList<ReviewedText> Reviewed { get; init; } = [];
}
