namespace GdprKit.Conformance;

/// <summary>A row that belongs to a row that belongs to a person; its primary key has two parts.</summary>
public sealed class OrderLine
{
    /// <summary>The first part of the primary key: the key of the order.</summary>
    public int OrderId { get; set; }

    /// <summary>The second part of the primary key.</summary>
    public int Number { get; set; }

    /// <summary>The order.</summary>
    public Order? Order { get; set; }

    /// <summary>What was ordered.</summary>
    public string Text { get; set; } = "";
}
