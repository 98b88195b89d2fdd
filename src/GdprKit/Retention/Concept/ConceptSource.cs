namespace GdprKit.Retention;

/// <summary>What every part of a deletion concept is made from: the plan, and the words.</summary>
internal sealed class ConceptSource(DisposalPlan plan, RegisterWording words)
{
    public DisposalPlan Plan => plan;

    public ProcessingRegister Register => plan.Register;

    /// <summary>The words of the register.</summary>
    public RegisterWording Words => words;

    /// <summary>The words of retention.</summary>
    public RetentionWording Retention { get; } = RetentionWording.In(words.Language);

    /// <summary>The words of the concept itself.</summary>
    public ConceptTexts Texts { get; } = new(words);

    /// <summary>The words of an overview of the register.</summary>
    public OverviewTexts Overview { get; } = new(words);

    /// <summary>What rows are called.</summary>
    public EntityWords Names { get; } = new(plan, words);

    /// <summary>The entity of a name in a store, where rows of it are planned.</summary>
    public PlannedEntity? Find(string store, string name) => plan.Entities.FirstOrDefault(entity => entity.Store == store && entity.Entity.Description.Name == name);
}
