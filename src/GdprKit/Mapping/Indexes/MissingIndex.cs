namespace GdprKit;

/// <summary>An index that a database does not have, and without which it reads a whole table to count.</summary>
public sealed record MissingIndex
{
    /// <summary>The name of the store.</summary>
    public required string Store { get; init; }

    /// <summary>The name of the entity in the store whose rows are searched; no map need be about it.</summary>
    public required string Entity { get; init; }

    /// <summary>The table, as the database names it, after the name of its schema where one is given: <c>sales.Invoices</c>.</summary>
    public required string Table { get; init; }

    /// <summary>The columns, as the database names them, in the order of the index.</summary>
    public required ValueList<string> Columns { get; init; }

    /// <summary>What is searched by them.</summary>
    public required IndexPurpose Purpose { get; init; }

    /// <summary>
    /// Whether the application's own model has the index: it will be there once the migrations of the application are applied, and
    /// <see cref="Statement"/> makes it under the name that they would give it.
    /// </summary>
    public bool IsDeclared { get; init; }

    /// <summary>The statement that makes the index, as the database wants it.</summary>
    public required string Statement { get; init; }

    /// <summary>Whether another index that is missing serves the same searches.</summary>
    internal bool IsServedBy(MissingIndex other) =>
        (Store, Table) == (other.Store, other.Table) && Columns.Count <= other.Columns.Count && Columns.SequenceEqual(other.Columns.Take(Columns.Count));

    /// <summary>The table and the columns.</summary>
    public override string ToString() => $"{Table} ({string.Join(", ", Columns)})";
}
