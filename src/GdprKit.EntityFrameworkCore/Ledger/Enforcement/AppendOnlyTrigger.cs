namespace GdprKit.EntityFrameworkCore;

/// <summary>A trigger that keeps a table of the ledger as it was written.</summary>
/// <param name="Table">The table, without its schema.</param>
/// <param name="Name">The name; of every table another, because some databases ask for it.</param>
/// <param name="Definition">The statement that makes it.</param>
internal sealed record AppendOnlyTrigger(string Table, string Name, string Definition);
