namespace GdprKit.EntityFrameworkCore;

/// <summary>An index as the database has it; a primary key and a unique constraint have one too.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">The columns that it is searched by, in order; <see langword="null"/> in the place of an expression.</param>
/// <param name="IsUnique">Whether no two rows have the same values.</param>
/// <param name="IsUsable">Whether it holds every row, and is complete.</param>
/// <param name="Method">How it is searched: <see cref="Sorted"/> or another way that its database has.</param>
internal sealed record DatabaseIndex(string Name, ValueList<string?> Columns, bool IsUnique, bool IsUsable, string Method)
{
    /// <summary>The method of most indexes, which finds values and ranges.</summary>
    public const string Sorted = "btree";

    private const string Hash = "hash";

    private const string Ranges = "brin";

    /// <summary>Whether it finds rows by some columns.</summary>
    public bool Finds(ValueList<string> columns, IndexPurpose purpose) => IsUsable
        && Method is Sorted or Hash or Ranges
        && (Method == Sorted || Method == (purpose is IndexPurpose.FindByDate ? Ranges : Hash))
        && (Columns.Take(columns.Count).Order(StringComparer.Ordinal).SequenceEqual(columns.Order(StringComparer.Ordinal))
            // One row at most is left, and it is looked at.
            || (IsUnique && Columns.All(column => column is not null && columns.Contains(column))));
}
