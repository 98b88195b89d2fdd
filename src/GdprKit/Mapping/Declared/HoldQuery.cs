using System.Linq.Expressions;

namespace GdprKit;

/// <summary>Rows that can be put on hold together, as a map says in advance: the invoices of one year. So nothing personal stands in the ledger, and nothing has to be interpreted.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record HoldQuery
{
    internal HoldQuery(Key<HoldQuery> key, LocalizedText label, LambdaExpression condition, LambdaExpression opposite) => (Key, Label, Condition, Opposite) = (key, label, condition, opposite);

    /// <summary>Its key, by which the ledger knows it for ever.</summary>
    public Key<HoldQuery> Key { get; }

    /// <summary>What people call these rows, in the plural: "facturen uit 2024", "invoices of 2024".</summary>
    public LocalizedText Label { get; }

    /// <summary>Which rows, as a function of the entity to <see cref="bool"/>; the store translates it.</summary>
    public LambdaExpression Condition { get; }

    /// <summary>Which rows it is not about.</summary>
    internal LambdaExpression Opposite { get; }

    /// <summary>The key.</summary>
    public override string ToString() => Key.ToString();
}
