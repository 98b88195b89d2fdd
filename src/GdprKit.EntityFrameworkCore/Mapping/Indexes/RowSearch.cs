using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Rows that a statement looks for by some of their properties.</summary>
/// <param name="Type">The entity whose rows are looked for, those of entities derived from it included.</param>
/// <param name="By">The properties whose values are known; in any order an index that begins with them finds the rows.</param>
/// <param name="Date">What is asked of the rows that are found, so that an index that ends with it need not look at them; or <see langword="null"/>.</param>
/// <param name="Purpose">What they are looked for.</param>
internal sealed record RowSearch(IEntityType Type, ValueList<IProperty> By, IProperty? Date, IndexPurpose Purpose)
{
    // Measured: a date is looked for once, related rows once for every row.
    private const int ManyByDate = 10_000;

    private const int ManyRelated = 1_000;

    /// <summary>How many rows a table must have before an index is worth its place.</summary>
    public int WorthOf => Purpose is IndexPurpose.FindByDate ? ManyByDate : ManyRelated;
}
