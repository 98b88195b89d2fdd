using GdprKit.Samples.Crm.Localization;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>What the entities of a plan and their data are called, in the language of the reader.</summary>
internal sealed class PlanNames(DisposalPlan plan)
{
    public RegisterWording Words { get; } = RegisterWording.In(Language.OfReader);

    public string Of(string store, string entity)
    {
        var stored = plan.Entities.Single(planned => planned.Store == store && planned.Entity.Description.Name == entity).Entity;
        return stored.Label is { } label ? Words.Text(label) : stored.ToString();
    }

    public string Of(Key<DataCategory> category) => Words.Text(plan.Register.Categories[category].Label);

    public string Of(Key<ProcessingActivity> activity) => Words.Text(plan.Register.Activities[activity].Name);
}
