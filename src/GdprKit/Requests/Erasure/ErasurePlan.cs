using GdprKit.Documents;
using GdprKit.Requests;
using NodaTime;

namespace GdprKit;

/// <summary>
/// What an erasure would do, field by field: what goes now, what stays until when and why, and who else has something to do (Art. 17, 19). Made of the same conditions by which it is done.
/// </summary>
/// <remarks>It counts, and holds no value of a row and no key of anybody. Immutable. Safe for use by several threads.</remarks>
public sealed record ErasurePlan
{
    /// <summary>The day for which it was made, where the controller is.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The kind of the person.</summary>
    public required Key<SubjectKind> Kind { get; init; }

    /// <summary>What becomes of the rows of the person, in the order in which they go; entities without any are left out.</summary>
    public required ValueList<ErasurePlanEntity> Entities { get; init; }

    /// <summary>What looks like personal data in the stores and is declared nowhere: nobody knows what is in it, so somebody looks at it before the erasure is done.</summary>
    public required ValueList<CoverageFinding> Undeclared { get; init; }

    /// <summary>Whose answer is needed, ordered.</summary>
    public required ValueList<ErasurePlace> Places { get; init; }

    /// <summary>The number of values that go now.</summary>
    public long ValuesNow => Entities.Sum(entity => entity.Fields.Sum(each => each.Now));

    /// <summary>The number of rows that go whole now.</summary>
    public long RowsNow => Entities.Sum(entity => entity.RowsToGo);

    /// <summary>Whether anything stays that the erasure goes on with later, by itself or by hand.</summary>
    public bool HasRest => Awaited.Any();

    /// <summary>The first day on which something of what stays can go; <see langword="null"/> when nobody knows one.</summary>
    public LocalDate? NextDay => Awaited.Min(stay => stay.ErasableFrom);

    /// <summary>The plan for who decides: per table what goes and what stays until when and why, and who else has something to do.</summary>
    /// <param name="register">Says what things are called.</param>
    /// <param name="language">Dutch or English.</param>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    public Document ToDocument(ProcessingRegister register, Language language)
    {
        ArgumentNullException.ThrowIfNull(register);
        return new ErasurePlanDocument(this, register, language).Write();
    }

    /// <summary>Whether something stays of which nobody knows until when: it is looked at every day.</summary>
    internal bool HasRestWithoutDay => Awaited.Any(stay => stay.ErasableFrom is null);

    /// <summary>What stays, by reason: of each category until the last of it can go. What goes with its row is told with the row.</summary>
    internal ValueList<ErasureKept> Kept =>
    [
        .. from stay in
               from entity in Entities
               from planned in entity.Fields
               from stay in planned.Stays
               where stay.Reason is not ErasureStayReason.GoesWithRow
               group stay.ErasableFrom by (stay.Reason, stay.Activity, stay.Rule, planned.Category)
           group stay.Key.Category by (stay.Key.Reason, stay.Key.Activity, stay.Key.Rule, Until: stay.Max()) into same
           orderby same.Key.Reason, same.Key.Until, same.Key.Activity, same.Key.Rule
           select new ErasureKept(same.Key.Reason, same.Order().ToValueList(), same.Key.Until, same.Key.Activity, same.Key.Rule),
    ];

    private IEnumerable<ErasureStay> Awaited => Entities.SelectMany(entity => entity.Fields).SelectMany(each => each.Stays).Where(stay => stay.IsAwaited);
}
