namespace GdprKit.Subjects;

/// <summary>The links of people who were just added.</summary>
/// <param name="Links">One new link for each of them, in the order asked for.</param>
/// <param name="Replaced">
/// Links that stood under their keys and were removed: of people whose rows the application deleted without an erasure. Their
/// history stays in the ledger and is now about nobody; usually none.
/// </param>
public sealed record NewcomerLinks(ValueList<SubjectLink> Links, ValueList<SubjectLink> Replaced)
{
    /// <summary>The numbers of both; people are withheld.</summary>
    public override string ToString() => $"{Links.Count} linked, {Replaced.Count} replaced";
}
