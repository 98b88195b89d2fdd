namespace GdprKit.Conformance;

/// <summary>An index as a database has it.</summary>
/// <param name="Table">The table, as <see cref="MissingIndex.Table"/> names it.</param>
/// <param name="Columns">The columns that it is searched by, in its order.</param>
public sealed record StoredIndex(string Table, ValueList<string> Columns)
{
    /// <summary>The table and the columns.</summary>
    public override string ToString() => $"{Table} ({string.Join(", ", Columns)})";
}
