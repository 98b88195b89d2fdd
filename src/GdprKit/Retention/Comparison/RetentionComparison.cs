using GdprKit.Documents;
using GdprKit.Retention;
using NodaTime;

namespace GdprKit;

/// <summary>What another register would change for what is stored today.</summary>
public sealed record RetentionComparison
{
    /// <summary>The day for which it was counted, in the controller's zone.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The hash of the register that applies.</summary>
    public required Digest Current { get; init; }

    /// <summary>The hash of the register that was proposed.</summary>
    public required Digest Proposed { get; init; }

    /// <summary>The fields that either register makes due in some row, in the order of the plan.</summary>
    public required ValueList<FieldComparison> Fields { get; init; }

    /// <summary>The entities of which either register lets rows go whole, in the order of the plan.</summary>
    public required ValueList<RowComparison> Rows { get; init; }

    /// <summary>
    /// Whether with the proposed register data would be due that are not due now, or rows would go whole that do not: somebody must have
    /// seen that before it is used.
    /// </summary>
    public bool DeletesMore => Fields.Any(fields => fields.NewlyDue > 0) || Rows.Any(rows => rows.NewlyGoing > 0);

    /// <summary>The comparison as JSON in UTF-8, indented: the two registers by their hashes, and the numbers in the order of the plan.</summary>
    public string ToJson() => ComparisonJson.Write(this);

    /// <summary>The comparison as a text for who decides about the proposed register: first whether more would go, then what.</summary>
    /// <param name="plan">The plan of the register that applies, whose names and labels are used.</param>
    /// <param name="language">
    /// Dutch or English. Where the register does not use the language, its own texts stand in the first that it does use.
    /// </param>
    /// <exception cref="ArgumentException">GDPR1071: the comparison was made of another plan.</exception>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    public Document ToDocument(DisposalPlan plan, Language language)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return ComparisonDocument.Write(this, new ReportSource(plan, RegisterWording.In(language)));
    }
}
