using GdprKit.Content;
using GdprKit.Documents;
using GdprKit.Retention;
using NodaTime;

namespace GdprKit;

/// <summary>What a sweep would do on a day, counted, before it does anything: per entity, per group of fields and per rule.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record RetentionPreview
{
    /// <summary>When it was counted.</summary>
    public required Instant MadeAt { get; init; }

    /// <summary>The day of the sweep, in the controller's zone.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The hash of the register whose rules were applied.</summary>
    public required Digest Register { get; init; }

    /// <summary>The entities in the order in which their rows go.</summary>
    public required ValueList<EntityPreview> Entities { get; init; }

    /// <summary>Which indexes the stores miss to count this fast. It is no part of <see cref="Digest"/>.</summary>
    /// <value>The default is <see cref="IndexAdvice.None"/>.</value>
    public IndexAdvice Indexes { get; init; } = IndexAdvice.None;

    /// <summary>
    /// Binds all that is counted, with the day and the register: who approves a preview names it, and a sweep that would do something
    /// else stops. The moment of counting and the examples are no part of it, so that the same state gives the same digest; nor is what is on hold, which every batch of a run looks up itself.
    /// </summary>
    public Digest Digest => CanonicalJson.HashOf(PreviewJson.Write(this, withExamples: false));

    /// <summary>How many rows go whole.</summary>
    public long RowsToGo => Entities.Sum(entity => entity.RowsToGo);

    /// <summary>Whether a sweep would change nothing.</summary>
    public bool IsEmpty => Entities.All(entity => entity.Groups.All(group => group is { Due: 0, ToArchive: 0 }) && entity is { RowsToGo: 0, RowsOutOfArchive: 0 });

    /// <summary>
    /// The preview as a text for who keeps the data, not the software: first what would go, then what nobody knows, what becomes due
    /// when, per entity the numbers with what still needs them, and at the end which indexes would make counting faster.
    /// </summary>
    /// <param name="plan">The plan by which it was counted, whose names and labels are used.</param>
    /// <param name="language">
    /// Dutch or English. Where the register does not use the language, its own texts stand in the first that it does use.
    /// </param>
    /// <param name="forecast">What becomes due in the coming months, for charts; without it only today is told.</param>
    /// <remarks>It shows keys of rows, <see cref="GroupPreview.Examples"/>: not for everybody.</remarks>
    /// <exception cref="ArgumentException">GDPR1071: the preview or the forecast was made of another plan.</exception>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    public Document ToDocument(DisposalPlan plan, Language language, RetentionForecast? forecast = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return PreviewDocument.Write(this, forecast, new ReportSource(plan, RegisterWording.In(language)));
    }

    /// <summary>The preview as indented JSON.</summary>
    /// <remarks>
    /// <c>{ madeAt, today, register, digest, entities: [{ store, entity, rows, rowsToGo, rowsOnHold, rowsIntoArchive, rowsOutOfArchive, groups: [{ fields, categories, due, inRowsThatStay, onHold, dueByYear:
    /// [{ year, orEarlier, rows }], dueByAction: [{ action, rows }], toArchive, activities: [{ activity, rules, needs }], unresolved:
    /// [{ reason, rows }], examples: [[key]] }] }], missingIndexes: [{ store, entity, table, columns, purpose, isDeclared, statement }],
    /// unknownIndexes: [store] }</c>. Instants are ISO 8601 in UTC, days are <c>yyyy-MM-dd</c>, examples are texts:
    /// numbers without separators, times in ISO 8601, bytes in Base64.
    /// </remarks>
    public string ToJson() => PreviewJson.WriteIndented(this);

    /// <summary>The day and the number of rows that go.</summary>
    public override string ToString() => $"{Today:uuuu'-'MM'-'dd}: {RowsToGo} rows to go";
}
