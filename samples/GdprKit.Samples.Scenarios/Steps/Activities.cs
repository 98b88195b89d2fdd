using GdprKit.Samples.Scenarios.Catalogue;
using GdprKit.Samples.Scenarios.Running;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>Finds what the shop declares by the name that people read in the privacy notice.</summary>
internal sealed class Activities(ProcessingRegister register)
{
    /// <exception cref="ExpectationException">The shop does nothing of that name.</exception>
    public Key<ProcessingActivity> Called(string name)
    {
        var words = RegisterWording.In(Spoken.Now);
        return register.Activities.FirstOrDefault(activity => string.Equals(words.Text(activity.Name), name, StringComparison.OrdinalIgnoreCase))?.Key
            ?? throw new ExpectationException($"the shop does nothing called '{name}', but {string.Join(", ", register.Activities.Select(activity => $"'{words.Text(activity.Name)}'"))}");
    }

    /// <exception cref="ExpectationException">The shop has no data of that name.</exception>
    public Key<DataCategory> CategoryCalled(string name)
    {
        var words = RegisterWording.In(Spoken.Now);
        return register.Categories.FirstOrDefault(category => string.Equals(words.Text(category.Label), name, StringComparison.OrdinalIgnoreCase))?.Key
            ?? throw new ExpectationException($"the shop has no data called '{name}', but {string.Join(", ", register.Categories.Select(category => $"'{words.Text(category.Label)}'"))}");
    }
}
