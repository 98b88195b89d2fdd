using GdprKit.Documents;

namespace GdprKit.Retention;

/// <summary>What a report of counted rows is made from, beside the numbers: the plan by which they were counted, and the words.</summary>
internal sealed class ReportSource(DisposalPlan plan, RegisterWording words)
{
    public DisposalPlan Plan => plan;

    /// <summary>The words of the register.</summary>
    public RegisterWording Words => words;

    /// <summary>The words of retention.</summary>
    public RetentionWording Retention { get; } = RetentionWording.In(words.Language);

    /// <summary>What rows are called.</summary>
    public EntityWords Names { get; } = new(plan, words);

    /// <summary>The entity by its names.</summary>
    /// <exception cref="ArgumentException">GDPR1071: the plan has no such entity.</exception>
    public PlannedEntity Entity(string store, string entity) =>
        plan.Entities.FirstOrDefault(planned => planned.Store == store && planned.Entity.Description.Name == entity) ?? throw OfAnotherPlan();

    /// <summary>The group of the plan that has these fields.</summary>
    /// <exception cref="ArgumentException">GDPR1071: the entity has no such group.</exception>
    public static FieldGroup Group(PlannedEntity entity, ValueList<PropertyPath> fields) =>
        entity.Groups.FirstOrDefault(group => group.Fields.Select(field => field.Field.Property.Path).SequenceEqual(fields)) ?? throw OfAnotherPlan();

    /// <summary>Refuses what was counted by other rules.</summary>
    /// <exception cref="ArgumentException">GDPR1071: the hash is not that of the plan's register.</exception>
    public void MustBeOf(Digest register)
    {
        if (register != plan.Register.Hash)
        {
            throw OfAnotherPlan();
        }
    }

    public string Number(long number) => WholeNumber.Write(number, words.Language);

    /// <summary>What fields hold, and which these are.</summary>
    public InlineText Data(IEnumerable<Key<DataCategory>> categories, IEnumerable<PropertyPath> fields) =>
    [
        words.AsHeading(Names.Categories(categories)),
        new Inline.LineBreak(),
        .. InlineText.Join(", ", fields.Select(field => (InlineText)new Inline.Code(field.ToString()))),
    ];

    private static ArgumentException OfAnotherPlan() => new(
        $"{RetentionMessages.OfAnotherPlan}: this was counted by another plan than the one that was passed. Pass the plan of the service that counted it: retention.Plan.");
}
