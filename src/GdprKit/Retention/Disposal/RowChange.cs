namespace GdprKit.Retention;

/// <summary>What becomes of rows.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public abstract record RowChange
{
    private RowChange()
    {
    }

    /// <summary>The rows go.</summary>
    public sealed record Delete : RowChange
    {
        /// <summary>The name of the change.</summary>
        public override string ToString() => "delete";
    }

    /// <summary>The rows stay without some of their values. Only rows that hold one of them change.</summary>
    /// <param name="Fields">The properties, one or more; each can be without a value.</param>
    public sealed record Empty(ValueList<PropertyPath> Fields) : RowChange
    {
        /// <summary>The name of the change, with the properties.</summary>
        public override string ToString() => $"empty {string.Join(", ", Fields)}";
    }
}
