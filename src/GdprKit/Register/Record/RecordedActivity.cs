namespace GdprKit;

/// <summary>An activity as it stands in a record of processing (Art. 30(1)(b)-(g)).</summary>
/// <remarks>Immutable, compared by value. Safe for use by several threads.</remarks>
public sealed record RecordedActivity
{
    /// <summary>The key under which the register declares it.</summary>
    public required Key<ProcessingActivity> Key { get; init; }

    /// <summary>What it is called, in the language of the record.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a record that GdprKit keeps itself.</summary>
    public required bool IsOwnRecord { get; init; }

    /// <summary>What the law asks, in the order of Art. 30(1): from the purposes, (b), to the security measures, (g).</summary>
    public required ValueList<RecordField> Fields { get; init; }

    /// <summary>What templates ask besides; every kind once, in the order of <see cref="RecordDetailKind"/>.</summary>
    public required ValueList<RecordDetail> Details { get; init; }
}
