using GdprKit.Samples.Scenarios.Catalogue;
using GdprKit.Samples.Scenarios.Running;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>Finds an activity of the shop by the name that people read in the privacy notice.</summary>
internal sealed class Activities(ProcessingRegister register)
{
    /// <exception cref="ExpectationException">The shop does nothing of that name.</exception>
    public Key<ProcessingActivity> Called(string name)
    {
        var words = RegisterWording.In(Spoken.Now);
        return register.Activities.FirstOrDefault(activity => string.Equals(words.Text(activity.Name), name, StringComparison.OrdinalIgnoreCase))?.Key
            ?? throw new ExpectationException($"the shop does nothing called '{name}', but {string.Join(", ", register.Activities.Select(activity => $"'{words.Text(activity.Name)}'"))}");
    }
}
